package io.motorpool.domain.reservation;

import io.motorpool.domain.shared.Period;

/** A stretch of a vehicle's time that is not free, and why. It never says for whom. */
public record Taken(OccupancyKind kind, Period period) {}
