package io.motorpool.adapters.spreadsheet;

/** What stands in a cell, before anybody knows what it means. */
sealed interface Cell {

    record Empty() implements Cell {}

    /** A number or a date: a spreadsheet makes no difference. */
    record Numeric(String digits) implements Cell {}

    record Written(String text) implements Cell {}

    /** Computed, whatever it shows. */
    record Formula() implements Cell {}

    /** True, false, an error: nothing that a column of ours holds. */
    record Other() implements Cell {}
}
