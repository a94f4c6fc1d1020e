package io.motorpool.adapters.rest.settlement;

import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.Blocker.Remedy;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is in the way of confirming a month. */
@Schema(name = "SettlementBlocker")
record BlockerBody(
        @Schema(
                required = true,
                enumeration = {
                    "MONTH_NOT_OVER",
                    "RUNS_STILL_OPEN",
                    "RUNS_UNDISPATCHED",
                    "RUNS_UNPRICED",
                    "PRICES_NOT_CAPTURED",
                    "NO_ERP_ACCOUNT",
                    "NOTHING_TO_BILL",
                    "BELOW_ZERO"
                })
        String kind,

        @Schema(minimum = "1", description = "How many runs it is about; of blockers about runs only") @Nullable
        Long runs,

        @Schema(description = "What the month comes to; of a total below zero only") @Nullable
        Long won,

        @Schema(required = true) Remedy remedy,

        @Schema(
                required = true,
                description = "What to do about it, for people",
                examples = "Agree a rate for the route.")
        String advice) {

    /** Only the document reads this: what the list of them looks like. */
    @Schema(name = "SettlementBlockers")
    record BlockersPage(
            @Schema(required = true) List<BlockerBody> items,
            @Nullable String nextCursor) {}

    static BlockerBody of(Blocker blocker) {
        return new BlockerBody(
                RefusalCatalogue.kindOf(blocker),
                runs(blocker),
                won(blocker),
                blocker.remedy(),
                advice(blocker.remedy()));
    }

    private static @Nullable Long runs(Blocker blocker) {
        return switch (blocker) {
            case Blocker.RunsStillOpen(var runs) -> runs;
            case Blocker.RunsUndispatched(var runs) -> runs;
            case Blocker.RunsUnpriced(var runs) -> runs;
            case Blocker.PricesNotCaptured(var runs) -> runs;
            case Blocker.MonthNotOver _, Blocker.NoErpAccount _, Blocker.NothingToBill _, Blocker.BelowZero _ -> null;
        };
    }

    private static @Nullable Long won(Blocker blocker) {
        return blocker instanceof Blocker.BelowZero(var won) ? won : null;
    }

    private static String advice(Remedy remedy) {
        return switch (remedy) {
            case WAIT_FOR_THE_MONTH_TO_END -> "Wait until the month is over: more will be driven.";
            case REPORT_OR_CANCEL_THE_RUNS -> "Say of each of these runs whether it was driven, or cancel it.";
            case DISPATCH_A_VEHICLE_BACK_DATED ->
                "Dispatch the vehicle that was driven, from the day on which it began.";
            case AGREE_A_RATE -> "Agree a rate for the route that is in force on the day of these runs.";
            case CAPTURE_PRICES -> "Have the prices of these runs copied; the one press does that by itself.";
            case NAME_THE_ERP_ACCOUNT -> "Say on which account of the ERP the company is billed.";
            case LEAVE_THE_MONTH_UNBILLED -> "Nothing was driven and nothing was spent: there is no bill to make.";
            case MOVE_ADJUSTMENTS_TO_ANOTHER_MONTH -> "Move what is taken off to another month, or take less off.";
        };
    }
}
