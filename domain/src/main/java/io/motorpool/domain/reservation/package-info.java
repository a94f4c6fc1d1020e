/** Reservations of company vehicles: one life cycle per reservation, one schedule per vehicle, one agenda per driver. */
@NullMarked
package io.motorpool.domain.reservation;

import org.jspecify.annotations.NullMarked;
