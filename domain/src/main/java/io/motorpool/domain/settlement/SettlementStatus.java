package io.motorpool.domain.settlement;

/** Where a settlement stands in its life. */
public enum SettlementStatus {
    DRAFT,
    CALCULATED,
    CONFIRMED,
    POSTING,
    POSTED,
    POST_FAILED
}
