package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.key.KeyEvent;
import io.motorpool.domain.payment.PaymentEvent;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.settlement.SettlementEvent;
import java.util.Set;
import java.util.UUID;

/**
 * What looks different after a fact to somebody who watches it: a reservation, or what can be had of a company's vehicles,
 * which stands under the company's id, since any of its facts may decide about any of its vehicles.
 */
public final class Touched {

    private Touched() {}

    public static Set<UUID> by(DomainEvent event) {
        return switch (event) {
            case ReservationEvent.OfReservation it ->
                Set.of(it.reservation().value(), it.company().value());
            case ReservationEvent.OfOccupancy it -> Set.of(it.company().value());
            case FleetEvent it -> Set.of(it.company().value());
            case CompanyEvent it -> Set.of(it.company().value());
            case KeyEvent _, PaymentEvent _, RouteEvent _, SettlementEvent _, IdentityEvent _ -> Set.of();
        };
    }
}
