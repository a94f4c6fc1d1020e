package io.motorpool.domain.payment;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.payment.Fixtures.NOON;
import static io.motorpool.domain.payment.Fixtures.RESERVATION;
import static io.motorpool.domain.payment.Fixtures.answered;
import static io.motorpool.domain.payment.Fixtures.openedByCard;
import static io.motorpool.domain.payment.Fixtures.openedPostpaid;
import static io.motorpool.domain.payment.Fixtures.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.payment.Payment.Aim;
import io.motorpool.domain.payment.ReservationAccount.Changed;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservationAccountTest {

    private static final GatewayAnswer HELD = new GatewayAnswer.Held(new GatewayReference("auth-1"));
    private static final GatewayAnswer DECLINED = new GatewayAnswer.Refused(DeclineReason.BY_ISSUER);
    private static final Money FOR_TWO_HOURS = Money.won(6_000);

    @Test
    void a_reservation_by_card_is_held_first_and_taken_at_the_end() {
        ReservationAccount due = openedByCard().account();
        assertThat(wanted(due)).isInstanceOf(GatewayRequest.Hold.class);

        ReservationAccount held = answered(due, 1, HELD).account();
        assertThat(held.due(NOON.plus(Duration.ofDays(30)))).isEmpty();

        ReservationAccount over = held.concluded(NOON).account();
        assertThat(wanted(over))
                .isEqualTo(new GatewayRequest.Take(payment(1), new GatewayReference("auth-1"), FOR_TWO_HOURS));

        Changed taken = answered(over, 1, new GatewayAnswer.Taken());
        assertThat(statuses(taken.account())).containsExactly(PaymentStatus.CAPTURED);
        assertThat(taken.events())
                .containsExactly(new PaymentEvent.PaymentCaptured(RESERVATION, HANBIT, payment(1), NOON));
    }

    @Test
    void a_reservation_on_account_is_owed_at_once_and_the_gateway_is_not_asked() {
        Changed opened = openedPostpaid();

        assertThat(statuses(opened.account())).containsExactly(PaymentStatus.ON_LEDGER);
        assertThat(opened.entries())
                .containsExactly(new LedgerEntry(
                        payment(1),
                        false,
                        HANBIT,
                        RESERVATION,
                        KIM,
                        FeeKind.RESERVATION,
                        Amount.of(FOR_TWO_HOURS),
                        NOON));
        assertThat(opened.account().due(NOON)).isEmpty();
    }

    @Test
    void what_is_called_off_costs_nothing() {
        Changed reversed = openedPostpaid().account().calledOff(NOON);
        assertThat(reversed.entries()).extracting(LedgerEntry::amount).containsExactly(new Amount(-6_000));
        assertThat(statuses(reversed.account())).containsExactly(PaymentStatus.REVERSED);

        ReservationAccount held = answered(openedByCard().account(), 1, HELD).account();
        ReservationAccount letGo = held.calledOff(NOON).account();
        assertThat(wanted(letGo)).isInstanceOf(GatewayRequest.Release.class);
        assertThat(statuses(answered(letGo, 1, new GatewayAnswer.Released()).account()))
                .containsExactly(PaymentStatus.VOIDED);
    }

    @Test
    void whether_there_is_something_to_let_go_is_learnt_by_asking_the_same_again() {
        ReservationAccount calledOff = openedByCard().account().calledOff(NOON).account();
        assertThat(wanted(calledOff)).isInstanceOf(GatewayRequest.Hold.class);

        assertThat(wanted(answered(calledOff, 1, HELD).account())).isInstanceOf(GatewayRequest.Release.class);
        assertThat(statuses(answered(calledOff, 1, DECLINED).account())).containsExactly(PaymentStatus.VOIDED);
    }

    @Test
    void an_unclear_answer_changes_nothing_but_when_to_ask_again() {
        ReservationAccount unclear = answered(openedByCard().account(), 1, new GatewayAnswer.Unclear())
                .account();

        assertThat(statuses(unclear)).containsExactly(PaymentStatus.DUE);
        assertThat(unclear.due(NOON)).isEmpty();
        assertThat(unclear.due(NOON.plus(Errand.FIRST_PAUSE))).hasSize(1);
    }

    @Test
    void an_answer_to_what_is_no_longer_wanted_changes_nothing() {
        ReservationAccount held = answered(openedByCard().account(), 1, HELD).account();
        ReservationAccount over = held.concluded(NOON).account();
        GatewayRequest take = wanted(over);
        ReservationAccount taken = answered(over, 1, new GatewayAnswer.Taken()).account();

        assertThat(taken.answered(take, new GatewayAnswer.Unclear(), NOON).account())
                .isEqualTo(taken);
    }

    @Test
    void time_is_charged_once_however_often_the_length_changes() {
        ReservationAccount account = openedByCard().account();

        ReservationAccount longer = account.lengthened(Duration.ofHours(3), payment(2), NOON)
                .orElseThrow()
                .account();

        assertThat(longer.find(payment(2)).orElseThrow().terms().amount()).isEqualTo(Money.won(3_000));
        assertThat(longer.lengthened(Duration.ofHours(1), payment(3), NOON)).isEmpty();
        assertThat(longer.lengthened(Duration.ofHours(3), payment(3), NOON)).isEmpty();
    }

    @Test
    void what_is_charged_for_anything_else_does_not_pay_for_time() {
        ReservationAccount account = openedPostpaid().account();
        ReservationAccount late =
                account.ended(Duration.ofHours(1), true, payment(2), NOON).account();
        ReservationAccount cleaned =
                accepted(late.charged(Money.won(9_000), payment(3), NOON)).account();

        assertThat(addedFor(Duration.ofHours(3), cleaned)).isEqualTo(Money.won(3_000));
    }

    @Test
    void time_that_was_declined_counts_once_tried_again_or_not() {
        ReservationAccount declined =
                answered(openedByCard().account(), 1, DECLINED).account();
        ReservationAccount again =
                accepted(declined.retry(payment(1), true, payment(2), NOON)).account();

        assertThat(addedFor(Duration.ofHours(3), declined)).isEqualTo(Money.won(3_000));
        assertThat(addedFor(Duration.ofHours(3), again)).isEqualTo(Money.won(3_000));
    }

    @Test
    void what_is_tried_again_is_held_while_the_reservation_runs_and_taken_when_it_is_over() {
        ReservationAccount declined =
                answered(openedByCard().account(), 1, DECLINED).account();

        assertThat(aim(accepted(declined.retry(payment(1), true, payment(2), NOON))))
                .isEqualTo(Aim.HOLD);
        assertThat(aim(accepted(declined.retry(payment(1), false, payment(2), NOON))))
                .isEqualTo(Aim.TAKE);
        assertThat(refused(declined.retry(payment(9), true, payment(2), NOON)))
                .isEqualTo(new PaymentRefusal.NotPossibleForPayment(PaymentStatus.VOIDED));
    }

    @Test
    void it_is_told_once_that_a_card_bears_it() {
        Changed held = answered(openedByCard().account(), 1, HELD);
        ReservationAccount over = held.account().concluded(NOON).account();

        assertThat(held.events())
                .containsExactly(new PaymentEvent.PaymentAuthorised(RESERVATION, HANBIT, payment(1), NOON));
        assertThat(answered(over, 1, new GatewayAnswer.Unclear()).events()).isEmpty();
    }

    @Test
    void a_late_answer_to_an_earlier_question_is_not_taken_for_one_to_the_present_question() {
        ReservationAccount due = openedByCard().account();
        GatewayRequest hold = wanted(due);
        ReservationAccount over =
                answered(due, 1, HELD).account().concluded(NOON).account();

        assertThat(over.answered(hold, DECLINED, NOON).account()).isEqualTo(over);
    }

    @Test
    void a_payment_that_was_tried_again_is_not_charged_twice() {
        ReservationAccount declined =
                answered(openedByCard().account(), 1, DECLINED).account();

        ReservationAccount again =
                accepted(declined.retry(payment(1), true, payment(2), NOON)).account();

        assertThat(statuses(again)).containsExactly(PaymentStatus.DECLINED, PaymentStatus.DUE);
        assertThat(again.lengthened(Duration.ofHours(2), payment(3), NOON)).isEmpty();
        assertThat(refused(again.retry(payment(1), true, payment(3), NOON)))
                .isEqualTo(new PaymentRefusal.NotPossibleForPayment(PaymentStatus.DECLINED));
        assertThat(refused(again.retry(payment(2), true, payment(3), NOON)))
                .isEqualTo(new PaymentRefusal.NotPossibleForPayment(PaymentStatus.DUE));
    }

    @Test
    void a_vehicle_is_handed_out_unless_something_was_declined() {
        ReservationAccount due = openedByCard().account();
        ReservationAccount declined = answered(due, 1, DECLINED).account();

        assertThat(accepted(due.mayStart())).isEqualTo(due);
        assertThat(refused(declined.mayStart())).isEqualTo(new PaymentRefusal.PaymentOutstanding());
        assertThat(accepted(accepted(declined.retry(payment(1), true, payment(2), NOON))
                        .account()
                        .mayStart()))
                .isNotNull();
    }

    @Test
    void what_was_declined_costs_nothing_when_it_is_called_off() {
        ReservationAccount declined =
                answered(openedByCard().account(), 1, DECLINED).account();

        assertThat(statuses(declined.calledOff(NOON).account())).containsExactly(PaymentStatus.VOIDED);
    }

    @Test
    void a_delay_is_charged_beyond_its_grace_by_the_step_at_twice_the_price() {
        ReservationAccount account = openedPostpaid().account();

        assertThat(fee(account, Tariff.LATE_GRACE)).isEqualTo(Money.NONE);
        assertThat(fee(account, Tariff.LATE_GRACE.plusSeconds(1))).isEqualTo(Money.won(2 * 2 * 500));
        assertThat(fee(account, Duration.ofHours(1))).isEqualTo(Money.won(6 * 2 * 500));
        assertThat(fee(account, Duration.ofDays(3))).isEqualTo(Money.won(24 * 6 * 2 * 500));
        assertThat(fee(account, Duration.ofMinutes(-30))).isEqualTo(Money.NONE);
    }

    @Test
    void a_delay_that_cannot_be_collected_stays_outstanding() {
        ReservationAccount over = openedByCard()
                .account()
                .ended(Duration.ofHours(1), false, payment(2), NOON)
                .account();

        assertThat(over.find(payment(2)).orElseThrow())
                .isInstanceOfSatisfying(
                        Payment.Declined.class,
                        declined -> assertThat(declined.reason()).isEqualTo(DeclineReason.CARD_UNAVAILABLE));
    }

    @Test
    void support_charges_up_to_the_published_limit() {
        ReservationAccount account = openedByCard().account();
        Money beyond = Tariff.SUPPORT_LARGEST.plus(Money.won(1));

        assertThat(accepted(account.charged(Tariff.SUPPORT_LARGEST, payment(2), NOON))
                        .account()
                        .payments())
                .hasSize(2);
        assertThat(refused(account.charged(beyond, payment(2), NOON)))
                .isEqualTo(new PaymentRefusal.ChargeTooHigh(Tariff.SUPPORT_LARGEST));
    }

    @Test
    void while_somebody_asks_nobody_else_does() {
        ReservationAccount due = openedByCard().account();
        ReservationAccount asking = due.asking(due.due(NOON).getFirst(), NOON);

        assertThat(asking.due(NOON.plus(Payment.LEASE).minusNanos(1))).isEmpty();
        assertThat(asking.due(NOON.plus(Payment.LEASE))).hasSize(1);
    }

    @Test
    void nothing_about_a_card_is_shown() {
        Card card = Fixtures.aCard(1, new CardOwner.Person(KIM), Fixtures.NOVEMBER);

        assertThat(card.toString()).doesNotContain("tok_1", "4242", "비씨");
        assertThat(new CardToken("tok_1").toString()).doesNotContain("tok_1");
    }

    private static Money addedFor(Duration reserved, ReservationAccount account) {
        PaymentId next = payment(8);
        return account.lengthened(reserved, next, NOON)
                .flatMap(changed -> changed.account().find(next))
                .map(payment -> payment.terms().amount())
                .orElse(Money.NONE);
    }

    private static Aim aim(Changed tried) {
        return ((Payment.Open) tried.account().find(payment(2)).orElseThrow()).aim();
    }

    private static Money fee(ReservationAccount account, Duration delay) {
        return account.ended(delay, true, payment(2), NOON)
                .account()
                .find(payment(2))
                .map(payment -> payment.terms().amount())
                .orElse(Money.NONE);
    }

    private static GatewayRequest wanted(ReservationAccount account) {
        return account.due(NOON).getFirst().wanted().orElseThrow();
    }

    private static List<PaymentStatus> statuses(ReservationAccount account) {
        return account.payments().stream().map(Payment::status).toList();
    }
}
