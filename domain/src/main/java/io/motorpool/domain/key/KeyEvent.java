package io.motorpool.domain.key;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver.WithdrawnBy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts about the key of one vehicle. */
public sealed interface KeyEvent extends DomainEvent.OfCompany {

    VehicleId vehicle();

    ReservationId reservation();

    @Override
    default UUID subject() {
        return vehicle().value();
    }

    record KeyOffered(
            VehicleId vehicle,
            CompanyId company,
            ReservationId reservation,
            HandOverId handOver,
            UserId giver,
            UserId recipient,
            Instant expiresAt,
            Instant occurredAt)
            implements KeyEvent {}

    record KeyOfferAccepted(
            VehicleId vehicle,
            CompanyId company,
            ReservationId reservation,
            HandOverId handOver,
            UserId recipient,
            Instant occurredAt)
            implements KeyEvent {}

    record KeyOfferDeclined(
            VehicleId vehicle,
            CompanyId company,
            ReservationId reservation,
            HandOverId handOver,
            UserId recipient,
            Instant occurredAt)
            implements KeyEvent {}

    record KeyOfferExpired(
            VehicleId vehicle, CompanyId company, ReservationId reservation, HandOverId handOver, Instant occurredAt)
            implements KeyEvent {}

    record HandOverWithdrawn(
            VehicleId vehicle,
            CompanyId company,
            ReservationId reservation,
            HandOverId handOver,
            WithdrawnBy by,
            Instant occurredAt)
            implements KeyEvent {}

    /** Somebody can open the vehicle. */
    record KeyGrantOpened(
            VehicleId vehicle,
            CompanyId company,
            ReservationId reservation,
            UserId holder,
            Odometer odometer,
            Instant occurredAt)
            implements KeyEvent {}

    /** Somebody no longer may. */
    record KeyGrantClosed(
            VehicleId vehicle,
            CompanyId company,
            ReservationId reservation,
            UserId holder,
            @Nullable Odometer odometer,
            Instant occurredAt)
            implements KeyEvent {}

    /** An alarm for support, given once: the vehicle knows no key and does not take the next one. */
    record KeyGrantPending(
            VehicleId vehicle, CompanyId company, ReservationId reservation, UserId holder, Instant occurredAt)
            implements KeyEvent {}

    /** An alarm for support, given once: the vehicle does not say that it has forgotten a key that is to be no good. */
    record KeyRevocationStuck(VehicleId vehicle, CompanyId company, ReservationId reservation, Instant occurredAt)
            implements KeyEvent {}
}
