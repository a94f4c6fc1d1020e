package io.motorpool.adapters.persistence.payment;

import static io.motorpool.application.payment.PaymentFixtures.aCard;
import static io.motorpool.application.payment.PaymentFixtures.byCard;
import static io.motorpool.application.payment.PaymentFixtures.postpaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.payment.Cards;
import io.motorpool.application.payment.CompanyLedger;
import io.motorpool.application.payment.ReservationAccounts;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses of keys and payments, whatever the application believes: in SQL, past every rule of ours. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class KeyAndPaymentRulesTest implements PaymentGround {

    private static final String UNIQUE = "23505";
    private static final String IMPOSSIBLE = "23514";
    private static final String NOT_ALLOWED = "42501";

    private final Map<String, UUID> names = new HashMap<>();

    /** One reservation with a grant that is open after one that is closed, an offer after one that is over, and what it costs. */
    @BeforeEach
    void everythingIsThere() throws SQLException {
        CompanyId company = givenCompany();
        ReservationId reservation = givenReservation(company);
        ReservationId another = givenReservation(company);
        Card card = aCard(new CardOwner.Representative(company));
        ReservationAccount account = byCard(reservation, company, card).account();
        ReservationAccount.Changed owed = postpaid(another, company);
        boolean _ = inTransaction(() -> port(Cards.class)
                .add(card)
                .chain(() -> port(ReservationAccounts.class).add(account))
                .chain(() -> port(ReservationAccounts.class).add(owed.account()))
                .chain(() -> port(CompanyLedger.class).append(owed.entries()))
                .replaceWith(true));
        names.put(":company", company.value());
        names.put(":reservation", reservation.value());
        names.put(":another", another.value());
        names.put(":payment", account.payments().getFirst().id().value());
        names.put(":owed", owed.account().payments().getFirst().id().value());
        for (String name : new String[] {":open", ":closed", ":offer", ":over", ":taken"}) {
            names.put(name, Ids.next());
        }
        run("INSERT INTO vehicle_key (vehicle_id, company_id, version, order_number, custody)"
                + " SELECT vehicle_id, company_id, 0, 0, 'NOBODY' FROM occupancy WHERE id = :reservation");
        run(grant(":closed", ":reservation", "now()"));
        run(grant(":open", ":reservation", "NULL"));
        run(handOver(":over", "DECLINED", "now()"));
        run(handOver(":offer", "OFFERED", "NULL"));
        run("INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status, reference, settled_at)"
                + " VALUES (:taken, :reservation, 1, 'EXTENSION', 1, now(), 'CAPTURED', 'auth-1', now())");
    }

    private static String grant(String id, String reservation, String closedAt) {
        return """
                INSERT INTO key_grant (id, vehicle_id, reservation_id, holder_id, from_km, opened_at, closed_at)
                SELECT %s, vehicle_id, %s, gen_random_uuid(), 1, now(), %s FROM occupancy WHERE id = :reservation\
                """.formatted(id, reservation, closedAt);
    }

    private static String handOver(String id, String status, String endedAt) {
        return """
                INSERT INTO hand_over (id, reservation_id, company_id, vehicle_id, giver_id, recipient_id, offered_at, status,
                                       ended_at)
                SELECT %s, id, company_id, vehicle_id, gen_random_uuid(), gen_random_uuid(), now(), '%s', %s
                  FROM occupancy WHERE id = :reservation\
                """.formatted(id, status, endedAt);
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                arguments("a second holder of a vehicle", UNIQUE, grant("gen_random_uuid()", ":another", "NULL")),
                arguments("a second holder for a reservation", UNIQUE, """
                        INSERT INTO key_grant (id, vehicle_id, reservation_id, holder_id, from_km, opened_at)
                        SELECT gen_random_uuid(), vehicle_id, :reservation, gen_random_uuid(), 1, now()
                          FROM occupancy WHERE id = :another"""),
                arguments("a grant that opens again", IMPOSSIBLE, """
                        UPDATE key_grant SET closed_at = NULL WHERE id = :closed"""),
                arguments("a grant whose last reading changes", IMPOSSIBLE, """
                        UPDATE key_grant SET until_km = 7 WHERE id = :closed"""),
                arguments("an odometer that runs backwards under one holder", IMPOSSIBLE, """
                        UPDATE key_grant SET until_km = 0, closed_at = now() WHERE id = :open"""),
                arguments("two offers at once", UNIQUE, handOver("gen_random_uuid()", "OFFERED", "NULL")),
                arguments(
                        "an offer beside a key that is in transit",
                        UNIQUE,
                        handOver("gen_random_uuid()", "KEY_PENDING", "NULL")),
                arguments("a key offered to its holder", IMPOSSIBLE, """
                        INSERT INTO hand_over (id, reservation_id, company_id, vehicle_id, giver_id, recipient_id, offered_at,
                                               status, ended_at)
                        SELECT gen_random_uuid(), reservation_id, company_id, vehicle_id, giver_id, giver_id, offered_at,
                               status, ended_at FROM hand_over WHERE id = :over"""),
                arguments("a hand-over that was declined and is accepted", IMPOSSIBLE, """
                        UPDATE hand_over SET status = 'ACCEPTED', ended_at = NULL WHERE id = :over"""),
                arguments("a hand-over that is done but has no end", IMPOSSIBLE, """
                        UPDATE hand_over SET status = 'KEY_GRANTED' WHERE id = :offer"""),
                arguments("a key on its way to nobody", IMPOSSIBLE, """
                        UPDATE vehicle_key SET custody = 'GRANTING', from_km = 1, failures = 0, due_at = now()
                         WHERE company_id = :company"""),
                arguments("a reservation that is paid for twice", UNIQUE, """
                        INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status)
                        VALUES (gen_random_uuid(), :reservation, 2, 'RESERVATION', 1, now(), 'ON_LEDGER')"""),
                arguments("two payments in one place", UNIQUE, """
                        INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status)
                        VALUES (gen_random_uuid(), :reservation, 0, 'EXTENSION', 1, now(), 'ON_LEDGER')"""),
                arguments("two fees for one delay", UNIQUE, """
                        INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status)
                        VALUES (gen_random_uuid(), :reservation, 2, 'LATE_RETURN', 1, now(), 'ON_LEDGER'),
                               (gen_random_uuid(), :reservation, 3, 'LATE_RETURN', 1, now(), 'ON_LEDGER')"""),
                arguments("less than nothing to pay", IMPOSSIBLE, """
                        INSERT INTO payment (id, reservation_id, place, kind, won, created_at, status)
                        VALUES (gen_random_uuid(), :reservation, 2, 'EXTENSION', -1, now(), 'ON_LEDGER')"""),
                arguments("money that was taken without a reference", IMPOSSIBLE, """
                        UPDATE payment SET status = 'CAPTURED', aim = NULL, due_at = NULL, failures = NULL,
                               settled_at = now() WHERE id = :payment"""),
                arguments("a payment that was taken and is due again", IMPOSSIBLE, """
                        UPDATE payment SET status = 'DUE', aim = 'HOLD', failures = 0, due_at = now(), reference = NULL,
                               settled_at = NULL WHERE id = :taken"""),
                arguments("a debt that is entered twice", UNIQUE, """
                        INSERT INTO ledger_entry (id, payment_id, reversal, company_id, reservation_id, payer_id, kind, won, at)
                        SELECT gen_random_uuid(), payment_id, reversal, company_id, reservation_id, payer_id, kind, won, at
                          FROM ledger_entry WHERE payment_id = :owed"""),
                arguments("a debt that gives money", IMPOSSIBLE, """
                        INSERT INTO ledger_entry (id, payment_id, reversal, company_id, reservation_id, payer_id, kind, won, at)
                        SELECT gen_random_uuid(), :payment, false, company_id, reservation_id, payer_id, kind, -won, at
                          FROM ledger_entry WHERE payment_id = :owed"""),
                arguments("two representative cards", UNIQUE, """
                        INSERT INTO card (id, owner, company_id, token, brand, last_four, expiry)
                        VALUES (gen_random_uuid(), 'REPRESENTATIVE', :company, 'token', 'brand', '1234', '2030-01-01')"""),
                arguments("a card number in place of its last digits", IMPOSSIBLE, """
                        INSERT INTO card (id, owner, user_id, token, brand, last_four, expiry)
                        VALUES (gen_random_uuid(), 'PERSON', gen_random_uuid(), 'token', 'brand', '4000123412341234',
                                '2030-01-01')"""),
                arguments("a card of nobody", IMPOSSIBLE, """
                        INSERT INTO card (id, owner, token, brand, last_four, expiry)
                        VALUES (gen_random_uuid(), 'REPRESENTATIVE', 'token', 'brand', '1234', '2030-01-01')"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void the_database_refuses(String what, String state, String statement) {
        assertThatThrownBy(() -> run(statement))
                .as(what)
                .isInstanceOfSatisfying(SQLException.class, refused -> assertState(refused, state));
    }

    /** What belongs to whom, an amount, an instrument, an entry: some things never change, and nobody needs to change them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE key_grant SET holder_id = gen_random_uuid() WHERE id = :open",
                "UPDATE key_grant SET from_km = 0 WHERE id = :open",
                "DELETE FROM key_grant WHERE id = :closed",
                "UPDATE hand_over SET recipient_id = gen_random_uuid() WHERE id = :offer",
                "DELETE FROM hand_over WHERE id = :over",
                "UPDATE vehicle_key SET company_id = gen_random_uuid() WHERE company_id = :company",
                "DELETE FROM vehicle_key WHERE company_id = :company",
                "UPDATE reservation_account SET card_id = gen_random_uuid() WHERE reservation_id = :reservation",
                "UPDATE reservation_account SET step_won = 0 WHERE reservation_id = :reservation",
                "UPDATE reservation_account SET payer_id = gen_random_uuid() WHERE reservation_id = :reservation",
                "DELETE FROM reservation_account WHERE reservation_id = :reservation",
                "UPDATE payment SET won = 0 WHERE id = :payment",
                "DELETE FROM payment WHERE id = :payment",
                "UPDATE ledger_entry SET won = 0 WHERE payment_id = :owed",
                "DELETE FROM ledger_entry WHERE payment_id = :owed",
                "UPDATE card SET token = 'another' WHERE company_id = :company",
                "TRUNCATE payment",
                "DROP INDEX key_grant_one_open_of_vehicle",
                "ALTER TABLE payment DISABLE TRIGGER payment_stays_settled"
            })
    void the_application_has_no_right_to(String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertState(refused, NOT_ALLOWED));
    }

    private void run(String statement) throws SQLException {
        Login.ofApplication().run(statement, names);
    }

    private static void assertState(SQLException refused, String state) {
        assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(state);
    }

    private static <P> P port(Class<P> type) {
        return Arc.container().instance(type).get();
    }
}
