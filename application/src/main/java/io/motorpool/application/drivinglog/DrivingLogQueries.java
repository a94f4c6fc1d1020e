package io.motorpool.application.drivinglog;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.drivinglog.BusinessRatio;
import io.motorpool.domain.drivinglog.Completeness;
import io.motorpool.domain.drivinglog.Entry;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.OdometerFinding;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What the driving log says. Of a period that is closed it says what it said then. */
public interface DrivingLogQueries {

    /** Where every entry of the period stands, vehicle by vehicle, and that it adds up. */
    Uni<Decision<Report, Refusal>> report(Caller caller, CompanyId company, TaxPeriod period);

    /** The same data as the official form. */
    Uni<Decision<ShownSheet, Refusal>> sheet(Caller caller, VehicleId vehicle, TaxPeriod period);

    /** Every entry of the vehicle in the period, also those that are no rows, each with the reason. */
    Uni<Decision<List<Entry>, Refusal>> entries(Caller caller, VehicleId vehicle, TaxPeriod period);

    /** What somebody has to decide, the oldest first. */
    Uni<Decision<List<Open>, Refusal>> reviews(Caller caller, CompanyId company, TaxPeriod period);

    /** What was said about the vehicle's log, with the reasons. */
    Uni<Decision<List<LogFact>, Refusal>> facts(Caller caller, VehicleId vehicle);

    Uni<Decision<List<LogClosing>, Refusal>> closings(Caller caller, CompanyId company);

    /** @param closing absent while the period can still be changed */
    record Report(
            CompanyId company,
            TaxPeriod period,
            List<OfVehicle> vehicles,
            Completeness total,
            Optional<LogClosing> closing) {
        public Report {
            vehicles = List.copyOf(vehicles);
        }
    }

    /** @param exemption why the vehicle owes no log, if it owes none */
    record OfVehicle(
            VehicleId vehicle,
            Optional<LogFact.Ground> exemption,
            Completeness completeness,
            List<OdometerFinding> findings,
            BusinessRatio ratio) {
        public OfVehicle {
            findings = List.copyOf(findings);
        }
    }

    record Open(VehicleId vehicle, Entry entry) {}
}
