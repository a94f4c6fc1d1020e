package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.ErpTrouble;
import java.time.Duration;

/**
 * SAP did not do what it was asked, or did not say so.
 *
 * <p>What matters most about it is what is known of the request afterwards: only what was certainly not done may simply be
 * sent again.
 */
final class SapFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    enum Outcome {
        /** It was not even looked at, or refused as a whole. */
        NOT_DONE,
        /** It is over; whether it was done can be looked up. */
        OVER,
        /** Nobody knows, and it may still be under way. */
        OPEN
    }

    private final ErpTrouble.Kind kind;
    private final Outcome outcome;
    private final Duration retryAfter;
    private final boolean repeatable;

    /** @param repeatable whether the very same request may be sent again without a look at what it has done */
    private SapFailure(ErpTrouble.Kind kind, Outcome outcome, Duration retryAfter, boolean repeatable, String said) {
        super(said, null, false, false);
        this.kind = kind;
        this.outcome = outcome;
        this.retryAfter = retryAfter;
        this.repeatable = repeatable;
    }

    static SapFailure of(ErpTrouble.Kind kind, Outcome outcome, boolean reading, Duration retryAfter, String said) {
        boolean passing = kind != ErpTrouble.Kind.NO_ACCESS && kind != ErpTrouble.Kind.NOT_UNDERSTOOD;
        return new SapFailure(kind, outcome, retryAfter, passing && (reading || outcome == Outcome.NOT_DONE), said);
    }

    static SapFailure of(ErpTrouble.Kind kind, Outcome outcome, boolean reading, String said) {
        return of(kind, outcome, reading, Duration.ZERO, said);
    }

    ErpTrouble.Kind kind() {
        return kind;
    }

    Outcome outcome() {
        return outcome;
    }

    /** How long SAP wants to be left alone; zero when it did not say. */
    Duration retryAfter() {
        return retryAfter;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    /** Whether it says something about SAP's health rather than about this request. */
    boolean isOutage() {
        return switch (kind) {
            case OUT_OF_REACH, NO_ANSWER, FAILING -> true;
            case OVERLOADED, LOCKED, NO_ACCESS, NOT_UNDERSTOOD -> false;
        };
    }
}
