package io.motorpool.adapters.rest.payment;

import io.motorpool.domain.payment.Card;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A card as callers see it: what it could be charged with is not shown (P19). */
@Schema(name = "Card")
record CardBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) String brand,

        @Schema(required = true, pattern = "^[0-9]{4}$", description = "For people to tell their cards apart")
        String lastFour,

        @Schema(
                required = true,
                pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$",
                description = "The last month in which it is good")
        String expiry) {

    static CardBody of(Card card) {
        return new CardBody(
                card.id().value(), card.brand(), card.lastFour(), card.expiry().toString());
    }
}
