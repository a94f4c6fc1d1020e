package io.motorpool.application.reconciliation.archfixture;

import io.motorpool.application.reservation.Reservations;
import io.motorpool.domain.reservation.Reservation;
import io.smallrye.mutiny.Uni;

/** Makes a live row of a shadow. */
final class LeakyShadow {

    private LeakyShadow() {}

    static Uni<Boolean> store(Reservations reservations, Reservation.Reserved shadow) {
        return reservations.add(shadow);
    }
}
