package io.motorpool.application.settlement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why the ERP gave no clear answer.
 *
 * @param notBefore when it makes sense to ask again
 * @param underWaySince since when something that was asked for may be under way in the ERP, and be done later; null when
 *     nothing can be. It is what the next attempt has to be told, and only that: an attempt that has sent nothing must not
 *     put off the next one
 */
public record ErpTrouble(
        Kind kind, Instant notBefore, @Nullable Instant underWaySince) {

    /** Nothing can be under way. */
    public static ErpTrouble nothingSent(Kind kind, Instant notBefore) {
        return new ErpTrouble(kind, notBefore, null);
    }

    /** Something may be, and nobody knows. */
    public static ErpTrouble noAnswer(Instant since, Instant notBefore) {
        return new ErpTrouble(Kind.NO_ANSWER, notBefore, since);
    }

    public boolean mayBeUnderWay() {
        return underWaySince != null;
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
