package io.motorpool.domain.fleet;

/** Whose car it is: the client's own, or the mobility company's. */
public enum Ownership {
    COMPANY,
    OPERATOR
}
