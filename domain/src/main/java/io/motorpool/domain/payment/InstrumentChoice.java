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

    /**
     * What a caller means who names a card, or none, and says which policy they saw, or does not.
     *
     * @throws IllegalArgumentException without a card under a policy by which cards pay
     */
    static InstrumentChoice of(@Nullable InstrumentId card, @Nullable BillingPolicy seen) {
        if (card != null) {
            return new Picked(new Instrument.ByCard(card), seen);
        }
        return switch (seen) {
            case null -> new TheUsual();
            case POSTPAID -> new Picked(new Instrument.Postpaid(), seen);
            case REPRESENTATIVE_CARD, MEMBER_CARD ->
                throw new IllegalArgumentException("must be given when the company pays by card");
        };
    }

    /** The first that may be used; on a running reservation, the one it was booked with. */
    record TheUsual() implements InstrumentChoice {}
}
