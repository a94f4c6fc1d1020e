package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Representation;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.settlement.Totals;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A settlement as callers see it, with where its billing stands. */
@Schema(name = "Settlement")
record SettlementBody(
        @Schema(required = true) UUID id,

        @Schema(
                required = true,
                description = "Under which it is billed, and found in the ERP",
                examples = "ST202611-000001")
        String number,

        @Schema(required = true) UUID company,

        @Schema(required = true, pattern = Months.FORM, examples = Months.EXAMPLE)
        String month,

        @Schema(
                required = true,
                description = "Whether it asks for what a month comes to, or takes such a document back")
        Kind kind,

        @Schema(minimum = "1", description = "How often the month was issued; of bills only") @Nullable
        Integer issue,

        @Schema(description = "The bill that is taken back; of reversals only") @Nullable
        UUID reverses,

        @Schema(required = true) SettlementStatus status,

        @Schema(minimum = "0", description = "Before tax; absent until it is calculated, like the two below") @Nullable
        Long supplyWon,

        @Schema(minimum = "0", description = "Ten percent of the supply total, rounded down, once (P2)") @Nullable
        Long vatWon,

        @Schema(minimum = "0") @Nullable Long totalWon,
        @Nullable UUID confirmedBy,
        @Nullable Instant confirmedAt,

        @Schema(pattern = "^[0-9a-f]{64}$", description = "SHA-256 of the snapshot; the company's next one names it")
        @Nullable
        String seal,

        @Schema(description = "The ERP's document, once it was read back and is ours to the won") @Nullable
        String erpDocument,

        @Schema(description = "Why it is not posted until somebody looks after it") @Nullable
        PostingFault postingFault) {

    static final String COLLECTION = "/api/v1/settlements";

    static final Representation<SettlementView> SETTLEMENTS =
            new Representation<>(COLLECTION, SettlementBody::idOf, SettlementView::version, SettlementBody::of);

    /** What a document is for. */
    @Schema(name = "SettlementKind")
    enum Kind {
        BILL,
        REVERSAL
    }

    static SettlementBody of(SettlementView view) {
        Totals totals = view.totals();
        Confirmation confirmation = view.confirmation();
        ErpDocument document = view.document();
        return new SettlementBody(
                idOf(view).value(),
                view.head().number().value(),
                view.head().company().value(),
                view.head().month().toString(),
                kind(view.head().purpose()),
                issue(view.head().purpose()),
                reversed(view.head().purpose()),
                view.status(),
                totals == null ? null : totals.supply().won(),
                totals == null ? null : totals.vat().won(),
                totals == null ? null : totals.total().won(),
                confirmation == null ? null : confirmation.by().value(),
                confirmation == null ? null : confirmation.at(),
                confirmation == null ? null : confirmation.seal().hex(),
                document == null ? null : document.number(),
                view.fault());
    }

    private static SettlementId idOf(SettlementView view) {
        return view.head().id();
    }

    static Kind kind(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Bill _ -> Kind.BILL;
            case Purpose.Reversal _ -> Kind.REVERSAL;
        };
    }

    private static @Nullable Integer issue(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Bill(var issue) -> issue;
            case Purpose.Reversal _ -> null;
        };
    }

    static @Nullable UUID reversed(Purpose purpose) {
        return switch (purpose) {
            case Purpose.Bill _ -> null;
            case Purpose.Reversal(var reversed) -> reversed.value();
        };
    }
}
