package io.motorpool.domain.payment;

import io.motorpool.domain.company.BillingPolicy;
import org.jspecify.annotations.Nullable;

/** What a caller wants to pay with. */
public sealed interface InstrumentChoice {

    /**
     * One that they picked.
     *
     * @param seen the company's policy when they picked it; absent when they do not say, or when it was their own affair
     */
    record Picked(Instrument instrument, @Nullable BillingPolicy seen) implements InstrumentChoice {}

    /** The first that may be used; on a running reservation, the one it was booked with. */
    record TheUsual() implements InstrumentChoice {}
}
