package io.motorpool.application.payment;

import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Accounts in memory. Nobody waits for a lock here. */
public final class InMemoryReservationAccounts implements ReservationAccounts {

    private final VersionedMap<ReservationAccount> rows =
            new VersionedMap<>(account -> account.reservation().value(), ReservationAccount::company);

    @Override
    public Uni<Optional<Versioned<ReservationAccount>>> find(ReservationId reservation) {
        return Uni.createFrom().item(() -> rows.find(reservation.value()));
    }

    @Override
    public Uni<Optional<Versioned<ReservationAccount>>> lock(ReservationId reservation) {
        return find(reservation);
    }

    @Override
    public Uni<Void> add(ReservationAccount account) {
        return Uni.createFrom().item(() -> rows.add(account)).replaceWithVoid();
    }

    @Override
    public Uni<Void> save(Versioned<ReservationAccount> changed) {
        return Uni.createFrom().item(() -> rows.save(changed)).replaceWithVoid();
    }

    @Override
    public Uni<List<ReservationId>> due(Instant now, int most) {
        return Uni.createFrom()
                .item(() -> rows.values()
                        .filter(account -> !account.due(now).isEmpty())
                        .sorted(Comparator.comparing(account -> longestDue(account, now)))
                        .map(ReservationAccount::reservation)
                        .limit(most)
                        .toList());
    }

    private static Instant longestDue(ReservationAccount account, Instant now) {
        return account.due(now).stream()
                .map(Payment.Open::errand)
                .map(errand -> errand.due())
                .min(Comparator.naturalOrder())
                .orElse(now);
    }
}
