package io.motorpool.domain.settlement;

/** Whether whoever edited a settlement last may confirm it. A deployment decides (P16). */
public enum ConfirmationPolicy {
    /** Four eyes: they may not. */
    MAKER_IS_NOT_CHECKER,
    /** A deployment has too few people for it. */
    ANY_APPROVER
}
