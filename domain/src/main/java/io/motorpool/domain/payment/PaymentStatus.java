package io.motorpool.domain.payment;

/** How far a payment has come. */
public enum PaymentStatus {
    /** The gateway is to be asked whether the card can bear it, or has been and has not answered clearly. */
    DUE,
    /** The card bears it; nothing has been taken yet. */
    AUTHORISED,
    CAPTURED,
    /** Nothing is taken. */
    VOIDED,
    DECLINED,
    /** Owed by the company, which is billed later. */
    ON_LEDGER,
    /** Taken off what the company owes. */
    REVERSED
}
