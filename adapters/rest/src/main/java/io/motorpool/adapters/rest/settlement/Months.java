package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Parse;
import java.time.YearMonth;

/** Months in paths. */
final class Months {

    static final String FORM = Parse.MONTH_FORM;
    static final String EXAMPLE = "2026-11";

    private Months() {}

    /** What is no month names nothing. */
    static YearMonth inPath(String raw) {
        return Input.named(raw, Parse::month);
    }
}
