package io.motorpool.application.key;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** A key goes from one colleague to another in the middle of a reservation (P9). */
public interface HandOverKey {

    /** The holder offers it. */
    Uni<Decision<HandOver, Refusal>> offer(Caller caller, ReservationId reservation, UserId recipient);

    /** The colleague takes it, and is the reservation's driver from then on. */
    Uni<Decision<HandOver, Refusal>> accept(Caller caller, HandOverId handOver);

    /** The colleague does not take it. */
    Uni<Decision<HandOver, Refusal>> decline(Caller caller, HandOverId handOver);

    /** The holder thinks better of it. */
    Uni<Decision<HandOver, Refusal>> withdraw(Caller caller, HandOverId handOver);

    /** Support calls it off, at whatever point; a key in transit goes back. */
    Uni<Decision<HandOver, Refusal>> recall(Caller caller, HandOverId handOver, Reason reason);
}
