package io.motorpool.application.drivinglog;

import io.motorpool.application.company.Companies;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.drivinglog.Completeness;
import io.motorpool.domain.drivinglog.Entry;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.LogSheet;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.VehicleLog;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Works the log out anew for each question. */
public final class DrivingLogQueriesService implements DrivingLogQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Vehicles vehicles;
    private final LogFacts facts;
    private final LogClosings closings;
    private final LogDesk desk;

    public DrivingLogQueriesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Vehicles vehicles,
            LogFacts facts,
            LogClosings closings,
            LogDesk desk) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.vehicles = vehicles;
        this.facts = facts;
        this.closings = closings;
        this.desk = desk;
    }

    @Override
    public Uni<Decision<Report, Refusal>> report(Caller caller, CompanyId company, TaxPeriod period) {
        return ofCompany(
                caller,
                company,
                _ -> desk.logs(company, period)
                        .chain(logs -> desk.closing(company, period)
                                .map(closing -> new Report(
                                        company,
                                        period,
                                        logs.stream()
                                                .map(DrivingLogQueriesService::of)
                                                .toList(),
                                        logs.stream()
                                                .map(VehicleLog::completeness)
                                                .reduce(Completeness.NOTHING, Completeness::and),
                                        closing))));
    }

    private static OfVehicle of(VehicleLog log) {
        LogSheet sheet = log.sheet();
        return new OfVehicle(log.vehicle(), log.exemption(), log.completeness(), sheet.findings(), sheet.ratio());
    }

    @Override
    public Uni<Decision<ShownSheet, Refusal>> sheet(Caller caller, VehicleId vehicle, TaxPeriod period) {
        return ofVehicle(
                caller,
                vehicle,
                found -> companies
                        .find(found.company())
                        .map(owner -> owner.orElseThrow(() -> new IllegalStateException("vehicle without a company")))
                        .chain(owner -> desk.log(found.company(), vehicle, period)
                                .chain(log -> desk.shown(owner.value(), log))));
    }

    @Override
    public Uni<Decision<List<Entry>, Refusal>> entries(Caller caller, VehicleId vehicle, TaxPeriod period) {
        return ofVehicle(
                caller,
                vehicle,
                found -> desk.log(found.company(), vehicle, period).map(VehicleLog::entries));
    }

    @Override
    public Uni<Decision<List<Open>, Refusal>> reviews(Caller caller, CompanyId company, TaxPeriod period) {
        return ofCompany(
                caller,
                company,
                _ -> desk.logs(company, period)
                        .map(logs -> logs.stream()
                                .flatMap(DrivingLogQueriesService::open)
                                .sorted(Comparator.comparing(
                                        open -> open.entry().period().start()))
                                .toList()));
    }

    private static Stream<Open> open(VehicleLog log) {
        return log.entries().stream()
                .filter(entry -> entry.standing() instanceof Entry.Standing.NeedsReview)
                .map(entry -> new Open(log.vehicle(), entry));
    }

    @Override
    public Uni<Decision<List<LogFact>, Refusal>> facts(Caller caller, VehicleId vehicle) {
        return ofVehicle(caller, vehicle, _ -> facts.of(vehicle));
    }

    @Override
    public Uni<Decision<List<LogClosing>, Refusal>> closings(Caller caller, CompanyId company) {
        return ofCompany(caller, company, _ -> closings.of(company));
    }

    private <T> Uni<Decision<T, Refusal>> ofCompany(
            Caller caller, CompanyId company, Function<Company, Uni<T>> answer) {
        return unitOfWork.reading(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_DRIVING_LOG,
                                Thing.COMPANY,
                                found.map(Versioned::value),
                                Company::id),
                        it -> answer.apply(it).map(Decision::accept))));
    }

    private <T> Uni<Decision<T, Refusal>> ofVehicle(
            Caller caller, VehicleId vehicle, Function<Vehicle, Uni<T>> answer) {
        return unitOfWork.reading(() -> vehicles.find(vehicle)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_DRIVING_LOG,
                                Thing.VEHICLE,
                                found.map(Versioned::value),
                                Vehicle::company),
                        it -> answer.apply(it).map(Decision::accept))));
    }
}
