package io.motorpool.sandbox.drill.bill;

import io.motorpool.sandbox.api.Answer;
import java.util.UUID;

/**
 * A month of a company that was calculated.
 *
 * @param seen the version that whoever confirms it decides on
 * @param key under which it is confirmed, however often that is asked for
 */
public record Bill(UUID company, UUID settlement, String number, long supplyWon, String seen, String key) {

    /** As the API shows it. */
    public static Bill of(Answer calculated) {
        return new Bill(
                UUID.fromString(calculated.body().path("company").asText()),
                calculated.id(),
                calculated.body().path("number").asText(),
                calculated.body().path("supplyWon").asLong(),
                calculated.etag(),
                UUID.randomUUID().toString());
    }
}
