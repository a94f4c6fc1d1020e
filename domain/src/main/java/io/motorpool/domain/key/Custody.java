package io.motorpool.domain.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.ReservationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who can open a vehicle, as far as the vehicle has told. Between two holders there is always a moment in which the vehicle
 * has said that nobody can.
 */
public sealed interface Custody {

    /** The reservation that it is about; empty when it is about none. */
    Optional<ReservationId> reservation();

    /** The vehicle has to be told something. */
    sealed interface OnErrand extends Custody {

        Errand errand();

        OnErrand with(Errand errand);
    }

    /** The vehicle knows no key. */
    record Nobody() implements Custody {

        @Override
        public Optional<ReservationId> reservation() {
            return Optional.empty();
        }
    }

    /** The vehicle knows this person's key and no other. */
    record Held(KeyGrant.Open grant) implements Custody {

        @Override
        public Optional<ReservationId> reservation() {
            return Optional.of(grant.reservation());
        }
    }

    /**
     * The vehicle is to forget whatever key it knows.
     *
     * @param of the reservation whose key that is
     * @param grant the right that ends when it has; absent when that has ended already
     * @param next who gets the key then; absent when nobody does
     */
    record Revoking(
            ReservationId of,
            KeyGrant.@Nullable Open grant,
            @Nullable Claim next,
            Errand errand) implements OnErrand {

        @Override
        public Optional<ReservationId> reservation() {
            return Optional.of(next == null ? of : next.reservation());
        }

        @Override
        public Revoking with(Errand another) {
            return new Revoking(of, grant, next, another);
        }

        Revoking followedBy(Claim claim) {
            return new Revoking(of, grant, claim, errand);
        }

        /** The right is over, and nobody's comes after it. */
        Revoking forGood() {
            return new Revoking(of, null, null, errand);
        }
    }

    /** The vehicle has said that it knows no key, and is to learn this person's. */
    record Granting(Claim next, Odometer reading, Errand errand) implements OnErrand {

        @Override
        public Optional<ReservationId> reservation() {
            return Optional.of(next.reservation());
        }

        @Override
        public Granting with(Errand another) {
            return new Granting(next, reading, another);
        }

        Held granted(Instant now) {
            return new Held(next.opened(reading, now));
        }
    }
}
