package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was reserved and driven, by whom and how far: reservations, split where the key was handed over. */
public interface LogSources {

    /**
     * The company's vehicles of which the log of the period says something: reserved in it, or under the business plan, or
     * with a fact about it; each once, in order of its id.
     */
    Uni<List<VehicleId>> vehicles(CompanyId company, TaxPeriod period);

    /**
     * All of the vehicle's reservations that departed in the period, or were to depart in it and never did; those with a leg
     * that departed in it; and the last one that was driven before it and the first one after, so that readings have their
     * neighbours.
     */
    Uni<List<Use>> uses(CompanyId company, VehicleId vehicle, TaxPeriod period);

    /** Where the entry of a reservation is to be found. */
    Uni<Optional<Place>> locate(EntryId entry);

    /** @param date that of its departure, which tells the tax period */
    record Place(CompanyId company, VehicleId vehicle, LocalDate date) {}
}
