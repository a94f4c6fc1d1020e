package io.motorpool.domain.settlement;

/** What a company asked for beyond its runs. */
public enum ExtraCostKind {
    TOLL,
    PARKING,
    WAITING,
    EXTRA_STOP,
    OVERTIME,
    ADJUSTMENT,
    OTHER
}
