package io.motorpool.adapters.payment;

import com.fasterxml.jackson.databind.JsonNode;

/** What the gateway said, if anything. */
sealed interface Said {

    /** It is done, and this is how the authorisation stands. */
    record Done(JsonNode authorisation) implements Said {}

    /** It was looked at and not done. */
    record No(int status, String code) implements Said {}

    /** Nobody knows whether it was done. */
    record Nothing() implements Said {}
}
