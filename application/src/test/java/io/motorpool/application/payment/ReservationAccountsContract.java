package io.motorpool.application.payment;

import static io.motorpool.application.payment.PaymentFixtures.aCard;
import static io.motorpool.application.payment.PaymentFixtures.byCard;
import static io.motorpool.application.payment.PaymentFixtures.postpaid;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.GatewayAnswer;
import io.motorpool.domain.payment.GatewayReference;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of accounts keeps. */
public interface ReservationAccountsContract extends PortContract {

    ReservationAccounts accounts();

    CompanyId givenCompany();

    /** Somebody's reservation of one of the company's vehicles. */
    ReservationId givenReservation(CompanyId company);

    @Test
    default void a_reservation_that_costs_nothing_has_no_account() {
        assertThat(inTransaction(() -> accounts().find(new ReservationId(Ids.next()))))
                .isEmpty();
        assertThat(inTransaction(() -> accounts().lock(new ReservationId(Ids.next()))))
                .isEmpty();
    }

    @Test
    default void an_account_is_found_as_it_was_stored_with_payments_in_every_state() {
        ReservationAccount due = givenByCard();
        assertThat(stored(due).value()).isEqualTo(due);

        ReservationAccount held = save(due, answered(due, new GatewayAnswer.Held(new GatewayReference("auth-1"))));
        ReservationAccount toTake = save(held, held.concluded(MONDAY_8AM).account());
        ReservationAccount taken = save(toTake, answered(toTake, new GatewayAnswer.Taken()));
        ReservationAccount late = save(
                taken,
                taken.ended(Duration.ofHours(1), false, new PaymentId(Ids.next()), MONDAY_8AM)
                        .account());

        assertThat(late.payments()).hasSize(2);

        ReservationAccount other = givenByCard();
        ReservationAccount declined = save(other, answered(other, new GatewayAnswer.Refused(DeclineReason.BY_ISSUER)));
        var _ = save(declined, declined.calledOff(MONDAY_8AM).account());

        ReservationAccount owed = givenPostpaid();
        var _ = save(owed, owed.calledOff(MONDAY_8AM).account());
    }

    @Test
    default void the_second_of_two_changes_made_from_the_same_version_is_refused() {
        ReservationAccount account = givenByCard();
        Versioned<ReservationAccount> seen = stored(account);
        ReservationAccount changed = account.calledOff(MONDAY_8AM).account();
        var _ = inTransaction(() -> accounts().save(seen.with(changed)).replaceWith(true));

        assertThatThrownBy(() ->
                        inTransaction(() -> accounts().save(seen.with(account)).replaceWith(true)))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    default void an_account_is_due_until_somebody_asks_and_again_when_their_lease_is_over() {
        ReservationAccount account = givenByCard();
        Payment.Open payment = account.due(MONDAY_8AM).getFirst();

        assertThat(due(MONDAY_8AM)).contains(account.reservation());
        assertThat(due(MONDAY_8AM.minusMillis(1))).doesNotContain(account.reservation());

        var _ = save(account, account.asking(payment, MONDAY_8AM));

        assertThat(due(MONDAY_8AM)).doesNotContain(account.reservation());
        assertThat(due(MONDAY_8AM.plus(Payment.LEASE))).contains(account.reservation());
    }

    @Test
    default void what_is_merely_held_or_on_the_ledger_is_not_due() {
        ReservationAccount byCard = givenByCard();
        var _ = save(byCard, answered(byCard, new GatewayAnswer.Held(new GatewayReference("auth-1"))));
        ReservationAccount owed = givenPostpaid();

        assertThat(due(MONDAY_8AM.plus(Duration.ofDays(1)))).doesNotContain(byCard.reservation(), owed.reservation());
    }

    private List<ReservationId> due(Instant now) {
        return inTransaction(() -> accounts().due(now, 1_000));
    }

    private ReservationAccount givenByCard() {
        CompanyId company = givenCompany();
        return added(byCard(givenReservation(company), company, aCard(new CardOwner.Representative(company)))
                .account());
    }

    private ReservationAccount givenPostpaid() {
        CompanyId company = givenCompany();
        return added(postpaid(givenReservation(company), company).account());
    }

    private ReservationAccount added(ReservationAccount account) {
        return inTransaction(() -> accounts().add(account).replaceWith(account));
    }

    private Versioned<ReservationAccount> stored(ReservationAccount account) {
        return inTransaction(() -> accounts().lock(account.reservation())).orElseThrow();
    }

    private ReservationAccount save(ReservationAccount before, ReservationAccount after) {
        Versioned<ReservationAccount> stored = stored(before);
        var _ = inTransaction(() -> accounts().save(stored.with(after)).replaceWith(true));
        assertThat(stored(after).value()).isEqualTo(after);
        return after;
    }

    private static ReservationAccount answered(ReservationAccount account, GatewayAnswer answer) {
        Payment.Open payment = account.due(MONDAY_8AM).getFirst();
        return account.answered(payment.wanted().orElseThrow(), answer, MONDAY_8AM)
                .account();
    }
}
