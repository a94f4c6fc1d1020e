package io.motorpool.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One authorisation in the books.
 *
 * @param reference what whoever asked calls it; nothing keeps them from using it twice
 * @param won what is held, or was taken
 */
public record Entry(String id, String reference, String card, long won, Standing standing) {

    /** How it stands. */
    public enum Standing {
        AUTHORISED,
        CAPTURED,
        VOIDED,
        /** Nobody took it in time. */
        EXPIRED
    }

    Entry with(Standing next) {
        return new Entry(id, reference, card, won, next);
    }

    Entry captured(long amount) {
        return new Entry(id, reference, card, amount, Standing.CAPTURED);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("reference", reference)
                .put("status", standing.name());
        json.putObject("amount").put("value", won).put("currency", "KRW");
        return json;
    }

    static Entry of(JsonNode json, String card) {
        return new Entry(
                json.path("id").asText(),
                json.path("reference").asText(),
                card,
                json.at("/amount/value").asLong(),
                Standing.valueOf(json.path("status").asText()));
    }
}
