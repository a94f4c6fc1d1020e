package io.motorpool.application.route;

import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every vehicle contract that was ever issued. Numbers are unique, and no contract is ever removed (P15). */
public interface DispatchSheets {

    /** Whoever changes it on the strength of this answer locks the slot first. */
    Uni<DispatchSheet> of(Slot slot);

    /** The vehicle's contracts with other slots that overlap the span. */
    Uni<List<VehicleContract>> elsewhere(VehicleId vehicle, SlotId except, Span span);

    /** The contract under which the vehicle serves at that instant, wherever. */
    Uni<Optional<VehicleContract>> serving(VehicleId vehicle, Instant at);

    /** The vehicle's contract that ended last before that instant. */
    Uni<Optional<VehicleContract>> last(VehicleId vehicle, Instant before);

    /** The contracts under which the chauffeur drives in that time, in the order in which they begin. */
    Uni<List<VehicleContract>> drivenBy(UserId chauffeur, Span span);

    Uni<Optional<VehicleContract>> find(VehicleContractNumber number);

    /**
     * Stores what was issued and what was cut. Fails with {@link io.motorpool.application.shared.ContendedException} when
     * that would let two contracts of a slot or of a vehicle overlap: the store proves again what the model decided.
     */
    Uni<Void> store(DispatchSheet.Changed changed);
}
