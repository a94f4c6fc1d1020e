package io.motorpool.domain.payment;

/** What is paid for. */
public enum FeeKind {
    RESERVATION,
    EXTENSION,
    LATE_RETURN,
    SUPPORT_CHARGE
}
