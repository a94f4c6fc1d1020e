package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outbox towards the ERP's register of vehicles: which vehicles have to be brought up to date there, and from when on. A
 * call does not say what to write: whoever answers it looks at what is true by then. So calls of a vehicle cannot overtake
 * each other, and a call that was delayed does not bring back the past (ADR-0035).
 */
public interface VehicleCalls {

    /** Part of the unit of work that dispatched. */
    Uni<Void> add(List<Call> calls);

    /** @param due when it begins to matter */
    record Call(VehicleId vehicle, CompanyId company, Instant due) {}

    /**
     * The vehicle that waits longest and may be asked about now, for the caller alone as long as the lease lasts. Whoever
     * comes after somebody who was lost, on whatever node, is told by {@code askedBefore} that something may be under way.
     */
    Uni<Optional<Claimed>> claim(Instant now, Duration lease);

    /**
     * @param at when it was claimed: calls that came later stay
     * @param askedBefore since when something may be under way in the ERP: as the last answer said, or since whoever never
     *     got one had asked; null when nothing can be
     */
    record Claimed(
            VehicleId vehicle,
            CompanyId company,
            Instant at,
            @Nullable Instant askedBefore) {}

    /** The register is as it should be: the calls that were due when it was claimed are answered. */
    Uni<Void> done(Claimed claimed);

    /**
     * No clear answer: to be asked again from then on.
     *
     * @param underWaySince what the next who asks has to be told; null when nothing can be under way
     */
    Uni<Void> postpone(Claimed claimed, String trouble, Instant notBefore, @Nullable Instant underWaySince);

    /** Not to be asked again before somebody says so. */
    Uni<Void> reject(Claimed claimed, String reason);

    /** @return whether the vehicle was rejected; now it waits again */
    Uni<Boolean> retry(VehicleId vehicle, Instant now);

    /** What is pending or rejected, in order of the vehicles' ids. */
    Uni<Page<Waiting>> list(CompanyScope scope, Page.Request page);

    /**
     * @param trouble why it still waits; empty if nobody has tried yet
     * @param rejected whether somebody has to act first
     */
    record Waiting(VehicleId vehicle, CompanyId company, Instant due, int attempts, String trouble, boolean rejected) {}
}
