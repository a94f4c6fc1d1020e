/** Reservations, schedules and what is asked about them. */
@NullMarked
package io.motorpool.adapters.persistence.reservation;

import org.jspecify.annotations.NullMarked;
