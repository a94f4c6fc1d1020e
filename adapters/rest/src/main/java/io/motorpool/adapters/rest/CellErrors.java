package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import java.util.List;
import java.util.Locale;

/** What is wrong with the cells of a workbook, each as an error of its own: where it is, what it is, what to do. */
final class CellErrors {

    private static final String WHOLE = "body";

    private CellErrors() {}

    static List<FieldError> of(Refusal refusal) {
        return refusal instanceof CellsRefused(var faults)
                ? faults.stream().map(CellErrors::error).toList()
                : List.of();
    }

    private static FieldError error(CellFault fault) {
        return new FieldError(
                WHOLE,
                "%s!%s".formatted(fault.sheet(), fault.cell()),
                fault.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                message(fault.fault()));
    }

    private static String message(Fault fault) {
        return switch (fault) {
            case MISSING -> "must be filled in";
            case NOT_A_DATE -> "must be a date";
            case NOT_AN_AMOUNT -> "must be an amount of won";
            case NOT_WHOLE_WON -> "must be whole won";
            case TOO_LARGE -> "is larger than an amount can be";
            case ZERO -> "must not be zero";
            case NOT_A_KIND -> "must be one of the kinds of extra costs";
            case NOT_A_REASON -> "must be one of the reasons of the template";
            case REASON_MISSING -> "must say why something is taken off";
            case REASON_WITHOUT_REDUCTION -> "must be empty where nothing is taken off";
            case UNKNOWN_ROUTE -> "is no route of the company";
            case UNKNOWN_SLOT -> "is no slot of the route";
            case OTHER_MONTH -> "must lie in the month";
            case OTHER_DAY -> "must be the day that is reported";
            case TOO_LONG -> "is too long";
            case FORBIDDEN_CHARACTER -> "contains a character that is not allowed";
            case FORMULA -> "must be a value and not a formula";
            case MERGED -> "must not be merged with other cells";
            case NOT_A_VALUE -> "is no value that can be read";
            case REPEATED -> "stands in an earlier row already";
            case UNKNOWN_RUN -> "is no run that was planned";
            case NOT_A_TIME -> "must be a time";
            case IMPLAUSIBLE_TIME -> "cannot be when it happened";
            case NOT_A_STATE -> "contradicts what is known of the run";
        };
    }
}
