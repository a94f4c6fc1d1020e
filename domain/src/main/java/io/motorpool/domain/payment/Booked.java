package io.motorpool.domain.payment;

/**
 * What a reservation was booked with, and goes on with.
 *
 * @param byRepresentativeCard whether that was the card that stands for the company
 */
public record Booked(Instrument instrument, boolean byRepresentativeCard) {}
