package io.motorpool.application.reservation;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * What every change of a reservation says first.
 *
 * @param seen the version that the caller decided on
 * @param reason needed when the caller is not the reservation's driver
 */
public record ReservationChange(
        Caller caller,
        ReservationId reservation,
        Version seen,
        @Nullable Reason reason) {}
