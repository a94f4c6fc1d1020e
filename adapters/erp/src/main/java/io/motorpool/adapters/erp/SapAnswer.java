package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.JsonNode;

/** What SAP answered, as far as it is an answer to the question. */
sealed interface SapAnswer {

    /** Done; the content of {@code d}, or nothing. */
    record Done(JsonNode content) implements SapAnswer {}

    /** SAP understood and says no; nothing was done. */
    record Declined(String code, String message) implements SapAnswer {}

    /** The record has changed since it was read. */
    record Changed() implements SapAnswer {}
}
