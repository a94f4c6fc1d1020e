package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;

/** Reading stops at once. Never leaves this package. */
final class UnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Unreadable why;

    UnreadableException(Unreadable why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    Unreadable why() {
        return why;
    }
}
