package io.motorpool.domain.key;

import io.motorpool.domain.shared.VehicleId;

/**
 * An operation that a vehicle is to carry out now or not at all.
 *
 * @param underOrder the number of the key order under which it was allowed: a vehicle that has carried out a later one
 *     ignores it, because somebody else holds the key by then
 */
public record VehicleOrder(VehicleId vehicle, long underOrder, Operation operation) {}
