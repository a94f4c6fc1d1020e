package io.motorpool.domain;

import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.key.KeyEvent;
import io.motorpool.domain.payment.PaymentEvent;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.settlement.SettlementEvent;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact about the model, in the past tense. It leaves through the outbox in the transaction that made it true; it
 * carries ids and values, never a person's name or number (P19).
 */
public sealed interface DomainEvent permits DomainEvent.OfCompany, IdentityEvent {

    /** The aggregate that changed: facts about one subject are delivered in the order in which they happened. */
    UUID subject();

    Instant occurredAt();

    /** A fact that is one company's: nobody else's subscribers need it. */
    sealed interface OfCompany extends DomainEvent
            permits CompanyEvent, FleetEvent, KeyEvent, PaymentEvent, ReservationEvent, RouteEvent, SettlementEvent {

        CompanyId company();
    }
}
