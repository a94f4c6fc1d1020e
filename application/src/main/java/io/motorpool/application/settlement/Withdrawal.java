package io.motorpool.application.settlement;

import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.UUID;

/** A vehicle ceases to serve a slot, and no other contract of it begins at that moment. */
public record Withdrawal(VehicleId vehicle, UUID slot, Instant until) {}
