package io.motorpool.application.shared;

import static io.motorpool.application.shared.RefusalCatalogue.broken;
import static io.motorpool.application.shared.RefusalCatalogue.conflict;

import io.motorpool.application.shared.Explained.Kind;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.SettlementRefusal;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue's page about settlements. */
final class SettlementRefusals {

    private SettlementRefusals() {}

    static Explained explain(SettlementRefusal refusal) {
        return switch (refusal) {
            case SettlementRefusal.NotPossibleForSettlement(var status, var step) ->
                new Explained(
                        "not-possible-for-settlement",
                        Kind.CONFLICT,
                        "The settlement is past or before the point where this can be done.",
                        Map.of("settlementStatus", status.name(), "step", step.name()));
            case SettlementRefusal.SettlementBlocked(var blockers) ->
                new Explained(
                        "settlement-blocked",
                        Kind.CONFLICT,
                        "Something has to be done first. Each blocker says what.",
                        blocking(blockers));
            case SettlementRefusal.TotalBelowZero(var won) ->
                broken(
                        "total-below-zero",
                        "What is taken off exceeds everything else. A settlement is never below zero.",
                        "won",
                        Long.toString(won));
            case SettlementRefusal.MakerIsNotChecker _ ->
                new Explained(
                        "maker-is-not-checker",
                        Kind.FORBIDDEN,
                        "You edited this settlement last. A colleague confirms it.",
                        Map.of());
            case SettlementRefusal.CalculationOutdated(var calculated, var now) ->
                new Explained(
                        "calculation-outdated",
                        Kind.CONFLICT,
                        "Something has changed since it was calculated. Calculate again and look at it.",
                        Map.of("calculatedWon", Long.toString(calculated.won()), "nowWon", Long.toString(now.won())));
            case SettlementRefusal.LinesDoNotAddUp(var lines, var total) ->
                new Explained(
                        "lines-do-not-add-up",
                        Kind.CONFLICT,
                        "The lines do not add up to the total. Nothing was confirmed.",
                        Map.of("linesWon", Long.toString(lines.won()), "totalWon", Long.toString(total.won())));
            case SettlementRefusal.MonthBilled(var month, var number) ->
                new Explained(
                        "month-billed",
                        Kind.CONFLICT,
                        "A bill of this month stands. Reverse it, then issue the month again.",
                        Map.of("month", month.toString(), "number", number.value()));
            case SettlementRefusal.MonthReversed(var month) ->
                conflict(
                        "month-reversed",
                        "The bill of this month was reversed. Issue the month again.",
                        "month",
                        month.toString());
            case SettlementRefusal.AlreadyReversed(var by) ->
                conflict("already-reversed", "This settlement is reversed already.", "reversal", by.value());
            case SettlementRefusal.PostingUnderWay(var until) ->
                conflict(
                        "posting-under-way",
                        "The ERP is being asked, or asked for patience. Look again later.",
                        "until",
                        until.toString());
            case SettlementRefusal.ReversalStands _ ->
                conflict("reversal-stands", "A reversal is not reversed. Issue the month again.");
            case SettlementRefusal.CellsRefused(var faults) ->
                new Explained(
                        "cells-refused",
                        Kind.BROKEN_RULE,
                        "Cells of the spreadsheet are wrong. Nothing was stored.",
                        addressed(faults));
            case SettlementRefusal.SpreadsheetRefused(var fault) ->
                broken("spreadsheet-refused", sentence(fault), "fault", fault.name());
        };
    }

    /** The kind of each blocker with what to do about it, and the kinds in their order. */
    private static Map<String, String> blocking(List<Blocker> blockers) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("blockers", blockers.stream().map(SettlementRefusals::kind).collect(Collectors.joining(",")));
        facts.put("remedies", blockers.stream().map(it -> it.remedy().name()).collect(Collectors.joining(",")));
        return facts;
    }

    /** What a blocker is called outside. */
    static String kind(Blocker blocker) {
        return switch (blocker) {
            case Blocker.MonthNotOver _ -> "MONTH_NOT_OVER";
            case Blocker.RunsStillOpen _ -> "RUNS_STILL_OPEN";
            case Blocker.RunsUndispatched _ -> "RUNS_UNDISPATCHED";
            case Blocker.RunsUnpriced _ -> "RUNS_UNPRICED";
            case Blocker.PricesNotCaptured _ -> "PRICES_NOT_CAPTURED";
            case Blocker.NoErpAccount _ -> "NO_ERP_ACCOUNT";
            case Blocker.NothingToBill _ -> "NOTHING_TO_BILL";
            case Blocker.BelowZero _ -> "BELOW_ZERO";
        };
    }

    /** In the order of the sheet: {@code 추가비용!C17 NOT_AN_AMOUNT}. */
    private static Map<String, String> addressed(List<CellFault> faults) {
        return Map.of(
                "cells",
                faults.stream()
                        .map(it -> "%s!%s %s".formatted(it.sheet(), it.cell(), it.fault()))
                        .collect(Collectors.joining(",")));
    }

    private static String sentence(SpreadsheetFault fault) {
        return switch (fault) {
            case NOT_AN_XLSX -> "The file is no Excel workbook (.xlsx).";
            case OLD_OR_PROTECTED ->
                "The file is in an old Excel format, or has a password. Save it as .xlsx without one.";
            case MACROS -> "The workbook contains macros. Save it as .xlsx without them.";
            case TOO_LARGE -> "The file is larger than 5 MiB.";
            case TOO_MANY_ROWS -> "The sheet has more than 10,000 rows.";
            case TOO_MANY_SHEETS -> "The workbook has more than the one data sheet.";
            case DANGEROUS -> "The workbook unpacks to more than it may, or refers to something outside of it.";
            case OTHER_TEMPLATE ->
                "The workbook was not made from this template, or from an older one. Export it again.";
        };
    }
}
