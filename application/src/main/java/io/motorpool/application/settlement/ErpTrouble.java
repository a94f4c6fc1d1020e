package io.motorpool.application.settlement;

import java.time.Instant;

/**
 * Why the ERP gave no clear answer.
 *
 * @param notBefore when it makes sense to ask again
 */
public record ErpTrouble(Kind kind, Instant notBefore) {

    /**
     * Whether something may still happen in the ERP because of what was asked. Only then the next attempt has to know when
     * that was.
     */
    public boolean mayBeUnderWay() {
        return kind == Kind.NO_ANSWER;
    }

    /** What is told to whoever looks at what is pending. */
    public enum Kind {
        /** Nothing was sent: no connection, or too many failures of late. */
        OUT_OF_REACH,
        /** It was sent and no answer came: it may have been done, or be done later. */
        NO_ANSWER,
        /** It answers, with errors of its own. */
        FAILING,
        /** It asks for patience. */
        OVERLOADED,
        /** Somebody is working on the record. */
        LOCKED,
        /** It does not let us in: wrong credentials or missing permissions. */
        NO_ACCESS,
        /** It answered something that this side does not understand. */
        NOT_UNDERSTOOD
    }
}
