package io.motorpool.domain.route;

import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;

/** With which vehicle, and by whom it is driven. */
public record Assignment(VehicleId vehicle, UserId chauffeur) {}
