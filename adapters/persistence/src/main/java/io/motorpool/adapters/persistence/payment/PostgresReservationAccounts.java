package io.motorpool.adapters.persistence.payment;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.payment.ReservationAccounts;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts and their payments. An account is locked before its payments are read. */
@ApplicationScoped
public class PostgresReservationAccounts implements ReservationAccounts {

    private static final String ACCOUNT = "SELECT " + PaymentMapper.ACCOUNT_COLUMNS
            + " FROM reservation_account AS a WHERE a.reservation_id = :reservation";

    @Override
    public Uni<Optional<Versioned<ReservationAccount>>> find(ReservationId reservation) {
        return read(ACCOUNT, reservation);
    }

    @Override
    public Uni<Optional<Versioned<ReservationAccount>>> lock(ReservationId reservation) {
        return read(ACCOUNT + " FOR NO KEY UPDATE", reservation);
    }

    private static Uni<Optional<Versioned<ReservationAccount>>> read(String sql, ReservationId reservation) {
        return Sql.read(sql, Map.of("reservation", reservation.value()), PaymentMapper::account)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : whole(found.getFirst()).map(Optional::of));
    }

    private static Uni<Versioned<ReservationAccount>> whole(Versioned<ReservationAccount> bare) {
        ReservationAccount account = bare.value();
        return Sql.read(
                        "SELECT " + PaymentMapper.PAYMENT_COLUMNS
                                + " FROM payment AS p WHERE p.reservation_id = :reservation ORDER BY p.place",
                        Map.of("reservation", account.reservation().value()),
                        columns -> PaymentMapper.payment(account, columns))
                .map(payments -> bare.with(new ReservationAccount(
                        account.reservation(),
                        account.company(),
                        account.payer(),
                        account.booked(),
                        account.step(),
                        payments)));
    }

    @Override
    public Uni<Void> add(ReservationAccount account) {
        return Sql.change("""
                        INSERT INTO reservation_account (reservation_id, company_id, version, payer_id, card_id,
                                                         by_representative_card, step_won)
                        VALUES (:reservation, :company, 0, :payer, CAST(NULLIF(:card, '') AS uuid), :representative, :step)\
                        """, PaymentMapper.parameters(account)).chain(() -> store(account));
    }

    @Override
    public Uni<Void> save(Versioned<ReservationAccount> changed) {
        return Changed.exactly(
                        1,
                        Sql.change(
                                """
                                UPDATE reservation_account SET version = version + 1
                                 WHERE reservation_id = :reservation AND version = :seen\
                                """,
                                Map.of(
                                        "reservation",
                                                changed.value().reservation().value(),
                                        "seen", changed.version().value())))
                .chain(() -> store(changed.value()));
    }

    /** One after the other: a session serves one question at a time, and there are few. */
    private static Uni<Void> store(ReservationAccount account) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int place = 0; place < account.payments().size(); place++) {
            Map<String, Object> parameters =
                    PaymentMapper.parameters(account.payments().get(place), place);
            all = all.chain(() -> store(parameters));
        }
        return all;
    }

    private static Uni<Void> store(Map<String, Object> parameters) {
        return Sql.change("""
                               INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status, aim, failures, due_at,
                                                    reference, reason, replaced_by, settled_at)
                               VALUES (:id, :reservation, :place, :kind, :won, :created, :status, NULLIF(:aim, ''),
                                       CAST(NULLIF(:failures, '') AS integer), CAST(NULLIF(:due, '') AS timestamptz),
                                       NULLIF(:reference, ''), NULLIF(:reason, ''), CAST(NULLIF(:replacedBy, '') AS uuid),
                                       CAST(NULLIF(:settled, '') AS timestamptz))
                               ON CONFLICT (id) DO UPDATE
                                  SET status = excluded.status, aim = excluded.aim, failures = excluded.failures,
                                      due_at = excluded.due_at, reference = excluded.reference, reason = excluded.reason,
                                      replaced_by = excluded.replaced_by, settled_at = excluded.settled_at\
                               """, parameters).replaceWithVoid();
    }

    @Override
    public Uni<List<ReservationId>> due(Instant now, int most) {
        return Sql.read("""
                 SELECT p.reservation_id, min(p.due_at) AS longest FROM payment AS p
                  WHERE (p.status = 'DUE' OR (p.status = 'AUTHORISED' AND p.aim <> 'HOLD')) AND p.due_at <= :now
                  GROUP BY p.reservation_id ORDER BY longest, p.reservation_id LIMIT :most\
                 """, Map.of("now", now, "most", most), columns -> new ReservationId(columns.uuid()));
    }
}
