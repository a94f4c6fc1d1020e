package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Json;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between what a change says and its kind with an image as JSON. */
final class ImageMapper {

    private static final String RAW = "raw";

    /** The names under which changes are stored. */
    enum Kind {
        CREATED,
        UPDATED,
        DELETED,
        READ
    }

    private ImageMapper() {}

    static Kind kind(Change change) {
        return switch (change) {
            case Created _ -> Kind.CREATED;
            case Updated _ -> Kind.UPDATED;
            case Deleted _ -> Kind.DELETED;
            case Read _ -> Kind.READ;
        };
    }

    static Optional<Image> image(Change change) {
        return switch (change) {
            case Created(var after) -> Optional.of(after);
            case Updated(var after) -> Optional.of(after);
            case Read(var after) -> Optional.of(after);
            case Deleted _ -> Optional.empty();
        };
    }

    static Optional<LegacyRow> row(Change change) {
        return image(change)
                .flatMap(image -> image instanceof Image.Readable(var row) ? Optional.of(row) : Optional.empty());
    }

    static @Nullable String json(Change change) {
        return image(change).map(ImageMapper::values).map(Json::write).orElse(null);
    }

    static Change change(Kind kind, @Nullable String json) {
        return switch (kind) {
            case CREATED -> new Created(image(json));
            case UPDATED -> new Updated(image(json));
            case READ -> new Read(image(json));
            case DELETED -> new Deleted();
        };
    }

    private static Map<String, String> values(Image image) {
        return switch (image) {
            case Image.Unreadable(var raw, var why) -> Map.of(RAW, raw, "why", why);
            case Image.Readable(var row) -> values(row);
        };
    }

    private static Map<String, String> values(LegacyRow row) {
        Map<String, String> values = new TreeMap<>();
        values.put("company", row.company().toString());
        values.put("vehicle", row.vehicle().toString());
        values.put("driver", row.driver().toString());
        values.put("start", row.period().start().toString());
        values.put("end", row.period().end().toString());
        values.put("corporate", Boolean.toString(row.corporate()));
        values.put("status", row.status().name());
        put(values, "startedAt", row.startedAt());
        put(values, "startKm", km(row.startOdometer()));
        put(values, "returnedAt", row.returnedAt());
        put(values, "endKm", km(row.endOdometer()));
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }

    private static Image image(@Nullable String json) {
        Map<String, String> values = Json.read(Objects.requireNonNull(json));
        return values.containsKey(RAW)
                ? new Image.Unreadable(text(values, RAW), text(values, "why"))
                : new Image.Readable(row(values));
    }

    private static LegacyRow row(Map<String, String> values) {
        return new LegacyRow(
                new CompanyId(UUID.fromString(text(values, "company"))),
                new VehicleId(UUID.fromString(text(values, "vehicle"))),
                new UserId(UUID.fromString(text(values, "driver"))),
                new Period(Instant.parse(text(values, "start")), Instant.parse(text(values, "end"))),
                Boolean.parseBoolean(text(values, "corporate")),
                ReservationStatus.valueOf(text(values, "status")),
                instant(values, "startedAt"),
                odometer(values, "startKm"),
                instant(values, "returnedAt"),
                odometer(values, "endKm"));
    }

    private static String text(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static @Nullable Instant instant(Map<String, String> values, String name) {
        String text = values.get(name);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable Odometer odometer(Map<String, String> values, String name) {
        String text = values.get(name);
        return text == null ? null : new Odometer(Integer.parseInt(text));
    }
}
