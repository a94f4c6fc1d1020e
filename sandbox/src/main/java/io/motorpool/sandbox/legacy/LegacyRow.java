package io.motorpool.sandbox.legacy;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code rsv_master}: local times without a zone, and a state in whatever words somebody chose.
 *
 * @param key the primary key, which may change
 * @param number under which people know it, which does not
 */
public record LegacyRow(
        long key,
        String number,
        UUID company,
        UUID vehicle,
        UUID driver,
        LocalDateTime start,
        LocalDateTime end,
        String corporate,
        String state,
        @Nullable LocalDateTime out,
        @Nullable Integer outKm,
        @Nullable LocalDateTime in,
        @Nullable Integer inKm,
        @Nullable String memo) {

    LegacyRow during(LocalDateTime newStart, LocalDateTime newEnd) {
        return new LegacyRow(
                key, number, company, vehicle, driver, newStart, newEnd, corporate, state, out, outKm, in, inKm, memo);
    }

    LegacyRow in(String newState) {
        return new LegacyRow(
                key, number, company, vehicle, driver, start, end, corporate, newState, out, outKm, in, inKm, memo);
    }

    LegacyRow drivenBy(UUID other) {
        return new LegacyRow(
                key, number, company, vehicle, other, start, end, corporate, state, out, outKm, in, inKm, memo);
    }

    LegacyRow on(UUID other) {
        return new LegacyRow(
                key, number, company, other, driver, start, end, corporate, state, out, outKm, in, inKm, memo);
    }

    LegacyRow under(long newKey) {
        return new LegacyRow(
                newKey, number, company, vehicle, driver, start, end, corporate, state, out, outKm, in, inKm, memo);
    }

    LegacyRow gone(String newState, LocalDateTime at, int km) {
        return new LegacyRow(
                key, number, company, vehicle, driver, start, end, corporate, newState, at, km, null, null, memo);
    }

    LegacyRow back(String newState, LocalDateTime at, int km) {
        return new LegacyRow(
                key, number, company, vehicle, driver, start, end, corporate, newState, out, outKm, at, km, memo);
    }

    /** By column, in the table's order. */
    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("rsv_seq", key);
        columns.put("rsv_no", number);
        columns.put("corp_uid", company.toString());
        columns.put("car_uid", vehicle.toString());
        columns.put("user_uid", driver.toString());
        columns.put("use_start_dt", start);
        columns.put("use_end_dt", end);
        columns.put("biz_yn", corporate);
        columns.put("rsv_stat", state);
        columns.put("out_dt", out);
        columns.put("out_km", outKm);
        columns.put("in_dt", in);
        columns.put("in_km", inKm);
        columns.put("memo", memo);
        return columns;
    }

    /** The memo may name people (P19). */
    @Override
    public String toString() {
        return "LegacyRow[%s]".formatted(number);
    }
}
