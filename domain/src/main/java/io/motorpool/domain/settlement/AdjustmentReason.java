package io.motorpool.domain.settlement;

/** Why a line takes something off (P3). */
public enum AdjustmentReason {
    BILLING_ERROR,
    SERVICE_FAILURE,
    GOODWILL,
    CONTRACT_DISCOUNT,
    RETURNED_DEPOSIT
}
