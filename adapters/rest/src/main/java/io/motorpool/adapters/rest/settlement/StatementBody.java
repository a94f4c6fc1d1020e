package io.motorpool.adapters.rest.settlement;

import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.ExtraCostKind;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.Totals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a company is shown, line by line. */
@Schema(name = "SettlementStatement")
record StatementBody(
        @Schema(required = true) UUID settlement,

        @Schema(required = true, examples = "ST202611-000001")
        String number,

        @Schema(required = true) UUID company,

        @Schema(required = true, pattern = Months.FORM, examples = Months.EXAMPLE)
        String month,

        @Schema(required = true) SettlementBody.Kind kind,

        @Schema(description = "The bill that is taken back, whose lines stand there; of reversals only") @Nullable
        UUID reverses,

        @Schema(required = true, description = "Who is billed, as they were called at that moment")
        PartyBody party,

        @Schema(required = true, description = "One for each route")
        List<SectionBody> sections,

        @Schema(minimum = "0", description = "Absent when the lines come to less than nothing, which is never billed")
        @Nullable
        Long supplyWon,

        @Schema(minimum = "0", description = "Taken once, on the supply total (P2)") @Nullable
        Long vatWon,

        @Schema(minimum = "0") @Nullable Long totalWon) {

    @Schema(name = "SettlementParty")
    record PartyBody(
            @Schema(required = true) String name,

            @Schema(required = true, examples = "120-81-47521")
            String businessNumber) {}

    @Schema(name = "StatementSection")
    record SectionBody(
            @Schema(required = true) UUID route,
            @Schema(required = true) String name,
            @Schema(required = true) long supplyWon,

            @Schema(required = true, minimum = "0", description = "A share of the document's tax, for information (P2)")
            long vatShareWon,

            @Schema(required = true, description = "In the order in which they departed")
            List<RunLineBody> runs,

            @Schema(required = true) List<ExtraCostLineBody> extraCosts) {

        static SectionBody of(Statement.Section section, long vatShareWon) {
            return new SectionBody(
                    section.route().value(),
                    section.name(),
                    section.supply().won(),
                    vatShareWon,
                    section.runs().stream().map(RunLineBody::of).toList(),
                    section.extraCosts().stream().map(ExtraCostLineBody::of).toList());
        }
    }

    @Schema(name = "StatementRun")
    record RunLineBody(
            @Schema(required = true) UUID run,
            @Schema(required = true) LocalDate serviceDate,
            @Schema(required = true) Instant departure,
            @Schema(required = true) String contract,
            @Schema(required = true, minimum = "1") int rateVersion,
            @Schema(required = true) long amountWon,
            @Schema(required = true) String slot,
            @Schema(required = true) String plate,
            @Schema(required = true) String model) {

        static RunLineBody of(OfRun line) {
            return new RunLineBody(
                    line.run().value(),
                    line.serviceDate(),
                    line.departure(),
                    line.contract().value(),
                    line.rateVersion(),
                    line.amount().won(),
                    line.shown().slot(),
                    line.shown().plate(),
                    line.shown().model());
        }
    }

    @Schema(name = "StatementExtraCost")
    record ExtraCostLineBody(
            @Schema(required = true) UUID extraCost,
            @Schema(required = true) LocalDate serviceDate,
            @Schema(required = true) ExtraCostKind kind,
            @Schema(required = true) String reference,

            @Schema(description = "Why something is taken off; of reductions only") @Nullable
            AdjustmentReason reason,

            @Schema(required = true) String description,
            @Schema(required = true) long amountWon) {

        static ExtraCostLineBody of(OfExtraCost line) {
            return new ExtraCostLineBody(
                    line.cost().value(),
                    line.serviceDate(),
                    line.kind(),
                    line.reference(),
                    line.reason(),
                    line.description(),
                    line.amount().won());
        }
    }

    static StatementBody of(Statement statement) {
        Totals totals = statement.head().purpose() instanceof Purpose.Reversal
                ? null
                : statement.totals().orElse(null);
        var shares = statement.vatShares();
        return new StatementBody(
                statement.head().id().value(),
                statement.head().number().value(),
                statement.head().company().value(),
                statement.head().month().toString(),
                SettlementBody.kind(statement.head().purpose()),
                SettlementBody.reversed(statement.head().purpose()),
                new PartyBody(
                        statement.party().name(),
                        statement.party().businessNumber().written()),
                IntStream.range(0, statement.sections().size())
                        .mapToObj(i -> SectionBody.of(
                                statement.sections().get(i), shares.get(i).won()))
                        .toList(),
                totals == null ? null : totals.supply().won(),
                totals == null ? null : totals.vat().won(),
                totals == null ? null : totals.total().won());
    }
}
