package io.motorpool.adapters.persistence.drivinglog;

import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.LogFact.Content;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.Trip;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between what was said and its kind with its values by name. */
final class FactMapper {

    /** The names under which contents are stored. */
    enum Kind {
        TRIP_INSERTED,
        DECIDED,
        READINGS_CORRECTED,
        PURPOSE_STATED,
        EXEMPTED,
        EXEMPTION_WITHDRAWN
    }

    private FactMapper() {}

    static Kind kind(Content content) {
        return switch (content) {
            case LogFact.TripInserted _ -> Kind.TRIP_INSERTED;
            case LogFact.Decided _ -> Kind.DECIDED;
            case LogFact.ReadingsCorrected _ -> Kind.READINGS_CORRECTED;
            case LogFact.PurposeStated _ -> Kind.PURPOSE_STATED;
            case LogFact.Exempted _ -> Kind.EXEMPTED;
            case LogFact.ExemptionWithdrawn _ -> Kind.EXEMPTION_WITHDRAWN;
        };
    }

    /** The entry that it is about, if it is about one. */
    static Optional<UUID> entry(Content content) {
        return switch (content) {
            case LogFact.TripInserted(var trip) -> Optional.of(trip.id().entry().value());
            case LogFact.Decided(var entry, var _) -> Optional.of(entry.value());
            case LogFact.ReadingsCorrected(var trip, var _, var _) ->
                Optional.of(trip.entry().value());
            case LogFact.PurposeStated(var trip, var _) ->
                Optional.of(trip.entry().value());
            case LogFact.Exempted _, LogFact.ExemptionWithdrawn _ -> Optional.empty();
        };
    }

    static Map<String, String> values(Content content) {
        return switch (content) {
            case LogFact.TripInserted(var trip) -> ofTrip(trip);
            case LogFact.Decided(var _, var verdict) -> Map.of("verdict", verdict.name());
            case LogFact.ReadingsCorrected(var trip, var before, var after) ->
                Map.of("leg", text(trip.leg()), "before", text(before.km()), "after", text(after.km()));
            case LogFact.PurposeStated(var trip, var purpose) ->
                Map.of("leg", text(trip.leg()), "purpose", purpose.name());
            case LogFact.Exempted(var ground) -> Map.of("ground", ground.name());
            case LogFact.ExemptionWithdrawn _ -> Map.of();
        };
    }

    private static Map<String, String> ofTrip(Trip trip) {
        Map<String, String> values = new TreeMap<>();
        values.put("driver", trip.driver().toString());
        values.put("departedAt", trip.departedAt().toString());
        values.put("arrivedAt", trip.arrivedAt().toString());
        values.put("before", text(trip.before().km()));
        values.put("after", text(trip.after().km()));
        values.put("purpose", trip.purpose().name());
        return values;
    }

    static Content content(Kind kind, @Nullable UUID entry, Map<String, String> values) {
        Values stored = new Values(values);
        return switch (kind) {
            case TRIP_INSERTED -> new LogFact.TripInserted(trip(entry(entry), stored));
            case DECIDED -> new LogFact.Decided(entry(entry), LogFact.Verdict.valueOf(stored.text("verdict")));
            case READINGS_CORRECTED ->
                new LogFact.ReadingsCorrected(
                        new TripId(entry(entry), stored.number("leg")),
                        new Odometer(stored.number("before")),
                        new Odometer(stored.number("after")));
            case PURPOSE_STATED ->
                new LogFact.PurposeStated(
                        new TripId(entry(entry), stored.number("leg")), Purpose.valueOf(stored.text("purpose")));
            case EXEMPTED -> new LogFact.Exempted(LogFact.Ground.valueOf(stored.text("ground")));
            case EXEMPTION_WITHDRAWN -> new LogFact.ExemptionWithdrawn();
        };
    }

    private static Trip trip(EntryId entry, Values stored) {
        return new Trip(
                new TripId(entry, 1),
                new UserId(UUID.fromString(stored.text("driver"))),
                Instant.parse(stored.text("departedAt")),
                Instant.parse(stored.text("arrivedAt")),
                new Odometer(stored.number("before")),
                new Odometer(stored.number("after")),
                Purpose.valueOf(stored.text("purpose")));
    }

    private static EntryId entry(@Nullable UUID entry) {
        return new EntryId(Objects.requireNonNull(entry));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    private record Values(Map<String, String> byName) {

        String text(String name) {
            return Objects.requireNonNull(byName.get(name), name);
        }

        int number(String name) {
            return Integer.parseInt(text(name));
        }
    }
}
