package io.motorpool.adapters.rest.settlement;

import io.motorpool.domain.settlement.Explanation;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a company pays for a run, from the won to the seal. */
@Schema(name = "SettlementExplanation")
record ExplanationBody(
        @Schema(required = true, examples = "ST202611-000001")
        String settlement,

        @Schema(required = true) long amountWon,
        @Schema(required = true) UUID run,
        @Schema(required = true) LocalDate serviceDate,
        @Schema(required = true) Instant departure,
        @Schema(required = true) UUID route,
        @Schema(required = true) String slot,

        @Schema(required = true, description = "The vehicle contract that covered the departure")
        String contract,

        @Schema(required = true) String plate,
        @Schema(required = true) String model,

        @Schema(required = true, minimum = "1", description = "The version of the route's rate that said the price")
        int rateVersion,

        @Schema(required = true) LocalDate rateValidFrom,
        @Schema(required = true, minimum = "1") long rateWon,

        @Schema(required = true, description = "Whether the rate says what was charged; anything else is tampering")
        boolean agrees,

        @Schema(
                required = true,
                pattern = "^[0-9a-f]{64}$",
                description = "SHA-256 of the snapshot in which the line stands")
        String seal) {

    static ExplanationBody of(Explanation explanation) {
        OfRun line = explanation.line();
        return new ExplanationBody(
                explanation.settlement().value(),
                line.amount().won(),
                line.run().value(),
                line.serviceDate(),
                line.departure(),
                line.route().value(),
                line.shown().slot(),
                line.contract().value(),
                line.shown().plate(),
                line.shown().model(),
                line.rateVersion(),
                explanation.rate().validFrom(),
                explanation.rate().price().won(),
                explanation.agrees(),
                explanation.seal().hex());
    }
}
