package io.motorpool.domain.payment;

/** What somebody pays with. */
public sealed interface Instrument {

    /** A card on file. */
    record ByCard(InstrumentId card) implements Instrument {}

    /** The company is billed later. */
    record Postpaid() implements Instrument {}
}
