package io.motorpool.application.payment;

import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What each reservation costs and what became of it. */
public interface ReservationAccounts {

    /** Empty for reservations that cost nothing. */
    Uni<Optional<Versioned<ReservationAccount>>> find(ReservationId reservation);

    /** For changing it: until the unit of work ends, nobody else does. */
    Uni<Optional<Versioned<ReservationAccount>>> lock(ReservationId reservation);

    Uni<Void> add(ReservationAccount account);

    /** Fails with {@link io.motorpool.application.shared.ContendedException} when it has changed since. */
    Uni<Void> save(Versioned<ReservationAccount> changed);

    /** Accounts with a payment about which the gateway is to be asked by now, those that wait longest first. */
    Uni<List<ReservationId>> due(Instant now, int most);
}
