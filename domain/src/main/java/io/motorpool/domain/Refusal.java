package io.motorpool.domain;

import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.drivinglog.DrivingLogRefusal;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.payment.PaymentRefusal;
import io.motorpool.domain.reconciliation.ReconciliationRefusal;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.settlement.SettlementRefusal;

/**
 * Every reason for which Motorpool declines, over all contexts. Being sealed, it lets one exhaustive switch give each
 * reason a code that is the same at every edge; a new reason does not compile until it has one (ADR-0005).
 */
public sealed interface Refusal
        permits AccessRefusal,
                CompanyRefusal,
                DrivingLogRefusal,
                FleetRefusal,
                IdentityRefusal,
                KeyRefusal,
                PaymentRefusal,
                ReconciliationRefusal,
                ReservationRefusal,
                RouteRefusal,
                SettlementRefusal {}
