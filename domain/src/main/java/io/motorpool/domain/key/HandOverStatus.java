package io.motorpool.domain.key;

/** How far a hand-over has come. */
public enum HandOverStatus {
    OFFERED,
    ACCEPTED,
    KEY_REVOKED,
    KEY_PENDING,
    KEY_GRANTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN
}
