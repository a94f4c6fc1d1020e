package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Parse;
import java.time.YearMonth;

/** Months in paths. */
final class Months {

    static final String FORM = "^20[0-9]{2}-(0[1-9]|1[0-2])$";
    static final String EXAMPLE = "2026-11";

    private Months() {}

    /** What is no month names nothing. */
    static YearMonth inPath(String raw) {
        return Input.named(raw, Parse::month);
    }
}
