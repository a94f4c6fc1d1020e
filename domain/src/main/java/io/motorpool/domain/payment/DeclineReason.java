package io.motorpool.domain.payment;

/** Why no money comes. */
public enum DeclineReason {
    /** The card's bank does not pay. */
    BY_ISSUER,
    /** The gateway does not know the card. */
    UNKNOWN_CARD,
    /** The card is not on file any more, or has expired, so nobody was asked. */
    CARD_UNAVAILABLE
}
