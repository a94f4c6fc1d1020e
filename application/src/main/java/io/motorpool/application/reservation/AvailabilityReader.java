package io.motorpool.application.reservation;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Schedules for looking at, which may come from a cache. Nothing is decided on them. */
public interface AvailabilityReader {

    /** The oldest that an answer may be, on any node (P20). */
    Duration OLDEST = Duration.ofSeconds(2);

    /** Empty when there is no such vehicle. */
    Uni<Optional<Snapshot>> snapshot(VehicleId vehicle, Period period);

    /** The company's vehicles that have not left the fleet, in order of their id. */
    Uni<Page<VehicleId>> vehicles(CompanyId company, Page.Request page);

    /** @param asOf when it was read, at the latest {@link #OLDEST} ago */
    record Snapshot(CompanyId company, VehicleStatus status, VehicleSchedule schedule, Instant asOf) {}
}
