package io.motorpool.adapters.legacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code rsv_master} in our words. Columns that came later are left alone, those that went are absent, and a
 * number may come as text: over ten years the table has been all of that.
 */
final class LegacyTable {

    private static final String NUMBER = "rsv_no";

    private LegacyTable() {}

    static LegacyNumber number(JsonNode row) {
        return new LegacyNumber(required(row, NUMBER, Function.identity()));
    }

    /** What makes no sense is an image too: it is kept, and the verdict says so. */
    static Image image(JsonNode row) {
        try {
            return new Image.Readable(read(row));
        } catch (IllegalArgumentException e) {
            return new Image.Unreadable(row.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static LegacyRow read(JsonNode row) {
        return new LegacyRow(
                new CompanyId(required(row, "corp_uid", UUID::fromString)),
                new VehicleId(required(row, "car_uid", UUID::fromString)),
                new UserId(required(row, "user_uid", UUID::fromString)),
                new Period(
                        required(row, "use_start_dt", LocalTimes::read), required(row, "use_end_dt", LocalTimes::read)),
                Boolean.TRUE.equals(optional(row, "biz_yn", LegacyWords::flag)),
                required(row, "rsv_stat", LegacyWords::status),
                optional(row, "out_dt", LocalTimes::read),
                optional(row, "out_km", LegacyTable::odometer),
                optional(row, "in_dt", LocalTimes::read),
                optional(row, "in_km", LegacyTable::odometer));
    }

    private static <T> T required(JsonNode row, String column, Function<String, T> parse) {
        T value = optional(row, column, parse);
        if (value == null) {
            throw new IllegalArgumentException(column + ": nothing there");
        }
        return value;
    }

    private static <T> @Nullable T optional(JsonNode row, String column, Function<String, T> parse) {
        Optional<String> text = text(row, column);
        try {
            return text.map(parse).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(column, e.getMessage()), e);
        }
    }

    /** Fixed-width columns pad with spaces, and programs wrote an empty text for nothing. */
    private static Optional<String> text(JsonNode row, String column) {
        JsonNode cell = row.path(column);
        if (cell.isContainerNode()) {
            throw new IllegalArgumentException(column + ": no single value");
        }
        return cell.isMissingNode() || cell.isNull()
                ? Optional.empty()
                : Optional.of(cell.asText().strip()).filter(text -> !text.isEmpty());
    }

    private static Odometer odometer(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("no odometer reading");
        }
        return new Odometer(Integer.parseInt(text));
    }
}
