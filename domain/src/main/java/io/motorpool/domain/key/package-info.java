/**
 * The smart key: who may open a vehicle, how a key goes from one colleague to another in the middle of a reservation, and
 * what the vehicle is told on the way (P9, ADR-0048).
 */
@NullMarked
package io.motorpool.domain.key;

import org.jspecify.annotations.NullMarked;
