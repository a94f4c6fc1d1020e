package io.motorpool.adapters.leakytwo;

/** An adapter that another adapter knows. */
public final class LeakyTwo {

    private LeakyTwo() {}
}
