package io.motorpool.domain.company;

/** Who pays for a company's reservations (C5). */
public enum BillingPolicy {
    REPRESENTATIVE_CARD,
    POSTPAID,
    MEMBER_CARD
}
