/** Reservations: made, found, used, watched. */
@NullMarked
package io.motorpool.adapters.grpc.reservation;

import org.jspecify.annotations.NullMarked;
