/** Reservations, schedules, availability. */
@NullMarked
package io.motorpool.adapters.rest.reservation;

import org.jspecify.annotations.NullMarked;
