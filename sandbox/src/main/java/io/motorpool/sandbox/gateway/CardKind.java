package io.motorpool.sandbox.gateway;

/** How the bank behind a card behaves. */
public enum CardKind {
    GOOD,
    /** It does not bear anything. */
    DECLINES,
    /** It bears what is asked, and does not pay in the end. */
    DECLINES_CAPTURE
}
