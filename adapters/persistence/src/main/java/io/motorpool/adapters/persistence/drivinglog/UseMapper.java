package io.motorpool.adapters.persistence.drivinglog;

import static java.util.Objects.requireNonNull;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.drivinglog.Leg;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.drivinglog.Use.Cause;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows and the model: a row for each key that was held for a reservation, one without a key if there was none. */
final class UseMapper {

    static final String COLUMNS = """
            r.id, r.start_at, r.end_at, r.corporate, r.status, r.driver_id, r.started_at, r.start_odometer_km, r.ended_at, \
            r.end_odometer_km, g.holder_id, g.from_km, g.opened_at, g.until_km, g.closed_at\
            """;

    private UseMapper() {}

    /** A reservation as its row tells it, and one of the keys that were held for it. */
    record Told(
            UUID reservation,
            Period period,
            boolean corporate,
            ReservationStatus status,
            UUID driver,
            @Nullable Instant startedAt,
            @Nullable Integer startKm,
            @Nullable Instant endedAt,
            @Nullable Integer endKm,
            @Nullable Held key) {

        /** Given back where it stood. */
        boolean stood() {
            return endKm != null && endKm.equals(startKm);
        }
    }

    /** For how long somebody could open the vehicle, and what it showed then. */
    record Held(
            UUID holder,
            int fromKm,
            Instant openedAt,
            @Nullable Integer untilKm,
            @Nullable Instant closedAt) {

        /** Who gives the key away and gets it back at once has driven once. */
        Held and(Held next) {
            return new Held(holder, fromKm, openedAt, next.untilKm, next.closedAt);
        }
    }

    static Told told(Columns columns) {
        return new Told(
                columns.uuid(),
                new Period(columns.instant(), columns.instant()),
                columns.flag(),
                columns.constant(ReservationStatus.class),
                columns.uuid(),
                columns.instantOrNull(),
                columns.numberOrNull(),
                columns.instantOrNull(),
                columns.numberOrNull(),
                columns.isNull() ? null : held(columns));
    }

    private static Held held(Columns columns) {
        return new Held(
                columns.uuid(), columns.number(), columns.instant(), columns.numberOrNull(), columns.instantOrNull());
    }

    /** @param rows of one reservation, in the order in which its keys were held */
    static Use use(List<Told> rows) {
        Told told = rows.getFirst();
        return new Use(new ReservationId(told.reservation()), told.period(), told.corporate(), course(told, rows));
    }

    private static Course course(Told told, List<Told> rows) {
        return switch (told.status()) {
            case RESERVED, IN_USE -> new Course.Unfinished();
            case CANCELLED -> new Course.NotDriven(Cause.CANCELLED);
            case NO_SHOW -> new Course.NotDriven(Cause.NO_SHOW);
            case RETURNED, FORCE_RETURNED ->
                told.stood() ? new Course.NotDriven(Cause.NEVER_DRIVEN) : new Course.Driven(legs(told, keys(rows)));
        };
    }

    private static List<Held> keys(List<Told> rows) {
        List<Held> keys = new ArrayList<>();
        for (Told row : rows) {
            Held next = row.key();
            if (next == null) {
                continue;
            }
            if (!keys.isEmpty() && keys.getLast().holder().equals(next.holder())) {
                keys.set(keys.size() - 1, keys.getLast().and(next));
            } else {
                keys.add(next);
            }
        }
        return keys;
    }

    /** The first driver left and the last one arrived when the reservation says so; keys tell what lies between. */
    private static List<Leg> legs(Told told, List<Held> keys) {
        Instant left = requireNonNull(told.startedAt());
        Instant arrived = requireNonNull(told.endedAt());
        Odometer before = new Odometer(requireNonNull(told.startKm()));
        if (keys.isEmpty()) {
            return List.of(new Leg(new UserId(told.driver()), left, arrived, before, odometer(told.endKm())));
        }
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Held key = keys.get(i);
            boolean first = i == 0;
            boolean last = i == keys.size() - 1;
            Instant from = first ? left : key.openedAt();
            Instant until = last || key.closedAt() == null ? arrived : key.closedAt();
            legs.add(new Leg(
                    new UserId(key.holder()),
                    from,
                    Period.later(from, until),
                    first ? before : new Odometer(key.fromKm()),
                    odometer(last ? told.endKm() : key.untilKm())));
        }
        return legs;
    }

    private static @Nullable Odometer odometer(@Nullable Integer km) {
        return km == null ? null : new Odometer(km);
    }
}
