package io.motorpool.sandbox.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.legacy.LegacyStep.Deleted;
import io.motorpool.sandbox.legacy.LegacyStep.Inserted;
import io.motorpool.sandbox.legacy.LegacyStep.Updated;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells steps as Debezium does: an envelope for each, and a tombstone after a deletion. */
public final class Envelopes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelopes() {}

    /** @param log the place in the database's log */
    public static List<Told> of(LegacyStep step, long log) {
        return switch (step) {
            case Inserted(var at, var row) -> List.of(told("c", null, columns(row), row.key(), log, at));
            case Updated(var at, var before, var after) ->
                before.key() == after.key()
                        ? List.of(told("u", columns(before), columns(after), after.key(), log, at))
                        : rekeyed(before, after, log, at);
            case Deleted(var at, var row) ->
                List.of(told("d", columns(row), null, row.key(), log, at), tombstone(row.key()));
        };
    }

    /** A change of the primary key: one transaction at one place. */
    private static List<Told> rekeyed(LegacyRow before, LegacyRow after, long log, Instant at) {
        return List.of(
                told("d", columns(before), null, before.key(), log, at),
                tombstone(before.key()),
                told("c", null, columns(after), after.key(), log, at));
    }

    /** A snapshot that reads the row in mid-stream. */
    static Told read(LegacyRow row, long log, Instant at) {
        return told("r", null, columns(row), row.key(), log, at);
    }

    /** The same after the table has got columns, lost one that nobody missed, and stored times as text and numbers as text. */
    static List<Told> drifted(LegacyStep step, long log) {
        return switch (step) {
            case Inserted(var at, var row) -> List.of(told("c", null, drifted(row), row.key(), log, at));
            case Updated(var at, var before, var after) ->
                before.key() == after.key()
                        ? List.of(told("u", drifted(before), drifted(after), after.key(), log, at))
                        : of(step, log);
            case Deleted _ -> of(step, log);
        };
    }

    private static Map<String, @Nullable Object> columns(LegacyRow row) {
        Map<String, @Nullable Object> columns = row.columns();
        columns.replaceAll((_, value) -> value instanceof LocalDateTime time ? micros(time) : value);
        return columns;
    }

    private static Map<String, @Nullable Object> drifted(LegacyRow row) {
        Map<String, @Nullable Object> columns = row.columns();
        columns.replaceAll((_, value) -> switch (value) {
            case LocalDateTime time -> time.toString().replace('T', ' ');
            case Integer number -> number.toString();
            case null -> null;
            default -> value;
        });
        columns.remove("memo");
        columns.put("charge_type", "POST");
        columns.put("updated_by", 7);
        return columns;
    }

    /** As if it were UTC, as Debezium tells a time without a zone. */
    private static long micros(LocalDateTime time) {
        Instant asIfUtc = time.toInstant(ZoneOffset.UTC);
        return asIfUtc.getEpochSecond() * 1_000_000 + asIfUtc.getNano() / 1_000;
    }

    private static Told told(
            String op,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long key,
            long log,
            Instant at) {
        Map<String, @Nullable Object> source = new LinkedHashMap<>();
        source.put("version", "3.3.1.Final");
        source.put("connector", "postgresql");
        source.put("name", "legacy");
        source.put("ts_ms", at.toEpochMilli());
        source.put("snapshot", op.equals("r") ? "incremental" : "false");
        source.put("db", "legacy");
        source.put("schema", "public");
        source.put("table", "rsv_master");
        source.put("txId", log / 100);
        source.put("lsn", log);
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("before", before);
        envelope.put("after", after);
        envelope.put("source", source);
        envelope.put("transaction", null);
        envelope.put("op", op);
        envelope.put("ts_ms", at.toEpochMilli() + 40);
        return new Told(key(key), write(envelope));
    }

    private static Told tombstone(long key) {
        return new Told(key(key), null);
    }

    private static String key(long key) {
        return "{\"rsv_seq\":%d}".formatted(key);
    }

    private static String write(Map<String, @Nullable Object> envelope) {
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
