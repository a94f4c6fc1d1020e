package io.motorpool.domain.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.Optional;

/**
 * A key on its way from one colleague to another. The holder offers it; the colleague accepts; the vehicle forgets the old
 * key, then learns the new one. Until the colleague accepts, anybody concerned can call it off; afterwards support can.
 */
public sealed interface HandOver {

    Terms terms();

    HandOverStatus status();

    /** What the dashboard showed when the key was taken from the giver; empty before that, and when it never was. */
    default Optional<Odometer> reading() {
        return switch (this) {
            case KeyRevoked revoked -> Optional.of(revoked.odometer());
            case KeyPending pending -> Optional.of(pending.odometer());
            case KeyGranted granted -> Optional.of(granted.odometer());
            case Offered _, Accepted _, Declined _, Expired _, Withdrawn _ -> Optional.empty();
        };
    }

    default HandOverId id() {
        return terms().id();
    }

    /** Who gives which key to whom. */
    record Terms(
            HandOverId id,
            ReservationId reservation,
            CompanyId company,
            VehicleId vehicle,
            UserId giver,
            UserId recipient,
            Instant offeredAt) {

        public Terms {
            if (giver.equals(recipient)) {
                throw new IllegalArgumentException("nobody hands a key to themselves");
            }
        }
    }

    /** Not at its end: at most one of a vehicle's hand-overs is. */
    sealed interface UnderWay extends HandOver {

        /** It is called off, by whoever may do so at this point. */
        default Withdrawn withdraw(WithdrawnBy by, Instant now) {
            return new Withdrawn(terms(), by, now);
        }
    }

    /** The colleague has agreed; only the vehicle is left to be asked. */
    sealed interface InTransit extends UnderWay {}

    /** It waits for the colleague's answer. */
    record Offered(Terms terms) implements UnderWay {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.OFFERED;
        }

        public Instant expiresAt() {
            return terms.offeredAt().plus(KeyPolicy.OFFER_LIFE);
        }

        public boolean isOverAt(Instant now) {
            return !now.isBefore(expiresAt());
        }

        Accepted accept(Instant now) {
            return new Accepted(terms, now);
        }

        Declined decline(Instant now) {
            return new Declined(terms, now);
        }

        Expired expire() {
            return new Expired(terms, expiresAt());
        }
    }

    /** The colleague has said yes. The giver's key still opens the vehicle, until the vehicle says that it does not. */
    record Accepted(Terms terms, Instant acceptedAt) implements InTransit {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.ACCEPTED;
        }

        KeyRevoked revoked(Odometer reading, Instant now) {
            return new KeyRevoked(terms, acceptedAt, now, reading);
        }
    }

    /** Nobody's key opens the vehicle. The new one is about to. */
    record KeyRevoked(Terms terms, Instant acceptedAt, Instant revokedAt, Odometer odometer) implements InTransit {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.KEY_REVOKED;
        }

        KeyGranted granted(Instant now) {
            return new KeyGranted(terms, acceptedAt, odometer, now);
        }

        KeyPending pending(Instant now) {
            return new KeyPending(terms, acceptedAt, revokedAt, odometer, now);
        }
    }

    /** Nobody's key opens the vehicle, and it did not take the new one. It is asked again, and support knows. */
    record KeyPending(Terms terms, Instant acceptedAt, Instant revokedAt, Odometer odometer, Instant since)
            implements InTransit {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.KEY_PENDING;
        }

        KeyGranted granted(Instant now) {
            return new KeyGranted(terms, acceptedAt, odometer, now);
        }
    }

    /** The colleague has the key. */
    record KeyGranted(Terms terms, Instant acceptedAt, Odometer odometer, Instant grantedAt) implements HandOver {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.KEY_GRANTED;
        }
    }

    /** The colleague has said no. */
    record Declined(Terms terms, Instant at) implements HandOver {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.DECLINED;
        }
    }

    /** Nobody answered in time (P9). */
    record Expired(Terms terms, Instant at) implements HandOver {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.EXPIRED;
        }
    }

    /** It was called off. */
    record Withdrawn(Terms terms, WithdrawnBy by, Instant at) implements HandOver {

        @Override
        public HandOverStatus status() {
            return HandOverStatus.WITHDRAWN;
        }
    }

    /** On whose account a hand-over was called off. */
    enum WithdrawnBy {
        GIVER,
        SUPPORT,
        /** The vehicle was brought back meanwhile. */
        END_OF_USE
    }
}
