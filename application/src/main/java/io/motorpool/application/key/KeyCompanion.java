package io.motorpool.application.key;

import io.motorpool.application.reservation.ReservationCompanion;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.key.VehicleKey.Changed;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A driver gets the key when their reservation begins, and gives it back when it ends. */
public final class KeyCompanion implements ReservationCompanion {

    private final VehicleKeys keys;
    private final KeyDesk desk;
    private final Outbox outbox;
    private final Supplier<UUID> nextId;

    public KeyCompanion(VehicleKeys keys, KeyDesk desk, Outbox outbox, Supplier<UUID> nextId) {
        this.keys = keys;
        this.desk = desk;
        this.outbox = outbox;
        this.nextId = nextId;
    }

    /** Whoever reserves has nothing to open yet. */
    @Override
    public Uni<Decision<Sequel, Refusal>> consider(Booking booking) {
        return Proceed.done(Sequel.nothing());
    }

    @Override
    public Uni<Decision<Sequel, Refusal>> consider(Taking step) {
        return Proceed.done(
                switch (step.after()) {
                    case InUse running when step.before() instanceof Reserved -> handOut(running, step.now());
                    case Returned returned -> takeBack(returned.terms(), returned.odometer(), step.now());
                    case ForceReturned returned -> takeBack(returned.terms(), returned.odometer(), step.now());
                    case Reservation _ -> Sequel.nothing();
                });
    }

    private Sequel handOut(InUse running, Instant now) {
        ReservationTerms terms = running.terms();
        return sequel(
                terms,
                key -> key.handOut(
                        new KeyGrantId(nextId.get()),
                        terms.id(),
                        terms.driver(),
                        running.departure().odometer(),
                        now));
    }

    private Sequel takeBack(ReservationTerms terms, @Nullable Odometer reading, Instant now) {
        return sequel(terms, key -> key.takeBack(reading, now));
    }

    private Sequel sequel(ReservationTerms terms, Function<VehicleKey, Changed> step) {
        return () -> keys.lock(terms.vehicle(), terms.company()).chain(key -> keep(key, step.apply(key.value())));
    }

    private Uni<Void> keep(Versioned<VehicleKey> stored, Changed changed) {
        return desk.keep(stored, changed).chain(() -> outbox.append(changed.events()));
    }
}
