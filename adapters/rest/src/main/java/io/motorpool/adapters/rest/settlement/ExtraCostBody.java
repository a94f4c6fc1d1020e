package io.motorpool.adapters.rest.settlement;

import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostKind;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a company pays beside its runs. */
@Schema(name = "ExtraCost")
record ExtraCostBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID company,
        @Schema(required = true) UUID route,
        @Schema(required = true) LocalDate serviceDate,
        @Schema(required = true) ExtraCostKind kind,

        @Schema(required = true, description = "Number of the receipt or the request", examples = "R-1")
        String reference,

        @Schema(required = true, description = "Below zero where something is taken off (P3)")
        long amountWon,

        @Schema(description = "Why something is taken off; of reductions only") @Nullable
        AdjustmentReason reason,

        @Schema(required = true) String description,

        @Schema(required = true, description = "Who last said what it says, and cannot confirm it (P16)")
        UUID editedBy) {

    static ExtraCostBody of(ExtraCost cost) {
        return new ExtraCostBody(
                cost.id().value(),
                cost.company().value(),
                cost.key().route().value(),
                cost.key().serviceDate(),
                cost.key().kind(),
                cost.key().reference(),
                cost.line().amount().won(),
                cost.line().reason(),
                cost.line().description(),
                cost.editedBy().value());
    }
}
