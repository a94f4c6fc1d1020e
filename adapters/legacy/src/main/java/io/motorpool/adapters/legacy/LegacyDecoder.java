package io.motorpool.adapters.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.motorpool.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Understands Debezium's envelopes, with and without their schema. It never fails: what it does not understand is an answer too.
 */
final class LegacyDecoder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST_KEY = 200;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private LegacyDecoder() {}

    static LegacyMessage decode(Captured captured) {
        String value = captured.value();
        if (value == null) {
            return new LegacyMessage.Tombstone(String.valueOf(captured.key()));
        }
        try {
            return new LegacyMessage.Changed(event(key(captured.key()), payload(JSON.readTree(value))));
        } catch (JsonProcessingException _) {
            return new LegacyMessage.Undecodable(captured.source(), value, "no JSON");
        } catch (IllegalArgumentException e) {
            return new LegacyMessage.Undecodable(captured.source(), value, String.valueOf(e.getMessage()));
        }
    }

    private static ChangeEvent event(String key, JsonNode envelope) {
        JsonNode source = envelope.path("source");
        Change change = change(envelope);
        JsonNode row = change instanceof Deleted ? row(envelope, "before") : row(envelope, "after");
        return new ChangeEvent(
                LegacyTable.number(row), key, LogPlace.of(source, orderOf(change)), committed(source), change);
    }

    private static Change change(JsonNode envelope) {
        return switch (envelope.path("op").asText("")) {
            case "c" -> new Created(LegacyTable.image(row(envelope, "after")));
            case "u" -> new Updated(LegacyTable.image(row(envelope, "after")));
            case "r" -> new Read(LegacyTable.image(row(envelope, "after")));
            case "d" -> new Deleted();
            default -> throw new IllegalArgumentException("neither a creation, an update, a deletion nor a snapshot");
        };
    }

    private static JsonNode row(JsonNode envelope, String image) {
        JsonNode row = envelope.path(image);
        if (!row.isObject()) {
            throw new IllegalArgumentException("without the row " + image);
        }
        return row;
    }

    /** Among changes that stand at one place of the log. */
    private static int orderOf(Change change) {
        return switch (change) {
            case Deleted _ -> 0;
            case Created _ -> 1;
            case Updated _ -> 1;
            case Read _ -> 2;
        };
    }

    /** When the legacy database committed it; the envelope's own time only says when it was captured. */
    private static Instant committed(JsonNode source) {
        JsonNode millis = source.path("ts_ms");
        if (!millis.isIntegralNumber() || !millis.canConvertToLong()) {
            throw new IllegalArgumentException("without the time of its commit");
        }
        Instant at = Instant.ofEpochMilli(millis.longValue());
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            throw new IllegalArgumentException("committed out of range");
        }
        return at;
    }

    private static String key(@Nullable String raw) throws JsonProcessingException {
        if (raw == null) {
            throw new IllegalArgumentException("without a key");
        }
        String key = payload(JSON.readTree(raw)).toString();
        Text.check("a key", key, LONGEST_KEY);
        return key;
    }

    private static JsonNode payload(JsonNode message) {
        return message.has("schema") && message.has("payload") ? message.path("payload") : message;
    }
}
