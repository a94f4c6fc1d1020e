package io.motorpool.domain.key;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aLicence;
import static io.motorpool.domain.company.Fixtures.aMember;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.key.Fixtures.AT_REST;
import static io.motorpool.domain.key.Fixtures.FURTHER;
import static io.motorpool.domain.key.Fixtures.GRANT;
import static io.motorpool.domain.key.Fixtures.HAND_OVER;
import static io.motorpool.domain.key.Fixtures.NEXT_GRANT;
import static io.motorpool.domain.key.Fixtures.NINE_TO_SIX;
import static io.motorpool.domain.key.Fixtures.NOON;
import static io.motorpool.domain.key.Fixtures.RESERVATION;
import static io.motorpool.domain.key.Fixtures.aKey;
import static io.motorpool.domain.key.Fixtures.carriedOut;
import static io.motorpool.domain.key.Fixtures.done;
import static io.motorpool.domain.key.Fixtures.drivenBy;
import static io.motorpool.domain.key.Fixtures.failed;
import static io.motorpool.domain.key.Fixtures.heldByKim;
import static io.motorpool.domain.key.Fixtures.inTransit;
import static io.motorpool.domain.key.Fixtures.lee;
import static io.motorpool.domain.key.Fixtures.offered;
import static io.motorpool.domain.key.Fixtures.recipient;
import static io.motorpool.domain.key.Fixtures.underWay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.Custody.Granting;
import io.motorpool.domain.key.Custody.Nobody;
import io.motorpool.domain.key.Custody.Revoking;
import io.motorpool.domain.key.HandOver.Withdrawn;
import io.motorpool.domain.key.HandOver.WithdrawnBy;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.ReservationRefusal.Lack;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VehicleKeyTest {

    private static final Instant JUST_IN_TIME = NOON.plus(KeyPolicy.OFFER_LIFE).minusNanos(1);
    private static final Instant TOO_LATE = NOON.plus(KeyPolicy.OFFER_LIFE);

    @Test
    void a_driver_holds_the_key_once_the_vehicle_has_learnt_it() {
        VehicleKey.Changed handedOut = aKey().handOut(GRANT, RESERVATION, KIM, ODOMETER, NOON);

        assertThat(handedOut.key().held()).isEmpty();
        assertThat(handedOut.key().wanted()).contains(new KeyOrder(SONATA, 1, new KeyOrder.Learn(KIM)));

        VehicleKey.Changed learnt = done(handedOut.key());

        var grant = new KeyGrant.Open(GRANT, RESERVATION, KIM, ODOMETER, NOON);
        assertThat(learnt.key().held()).contains(grant);
        assertThat(learnt.grants()).containsExactly(grant);
        assertThat(learnt.events())
                .containsExactly(new KeyEvent.KeyGrantOpened(SONATA, HANBIT, RESERVATION, KIM, ODOMETER, NOON));
    }

    @Test
    void the_next_reservations_driver_waits_until_the_vehicle_has_forgotten_the_last_key() {
        VehicleKey returned = heldByKim().takeBack(FURTHER, NOON).key();
        var next = new ReservationId(new UUID(7, 2));

        VehicleKey waiting =
                returned.handOut(NEXT_GRANT, next, LEE, FURTHER, NOON).key();

        assertThat(waiting.wanted()).contains(new KeyOrder(SONATA, 2, new KeyOrder.Forget()));
        assertThat(carriedOut(waiting).wanted()).contains(new KeyOrder(SONATA, 3, new KeyOrder.Learn(LEE)));
    }

    @Test
    void a_key_goes_from_hand_to_hand_with_one_reading_between_two_grants() {
        VehicleKey offered = offered();
        VehicleKey.TakenOver taken = accepted(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), AT_REST, NOON));
        VehicleKey.Changed forgotten = done(taken.key().key());
        VehicleKey.Changed learnt = done(forgotten.key());

        assertThat(statuses(taken.key(), forgotten, learnt))
                .containsExactly(HandOverStatus.ACCEPTED, HandOverStatus.KEY_REVOKED, HandOverStatus.KEY_GRANTED);
        assertThat(forgotten.grants())
                .containsExactly(new KeyGrant.Closed(GRANT, RESERVATION, KIM, ODOMETER, NOON, FURTHER, NOON));
        assertThat(learnt.grants()).containsExactly(new KeyGrant.Open(NEXT_GRANT, RESERVATION, LEE, FURTHER, NOON));
        assertThat(learnt.key().handOver()).isNull();
    }

    @Test
    void the_colleague_who_accepts_is_the_driver_from_then_on() {
        VehicleKey offered = offered();

        VehicleKey.TakenOver taken = accepted(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), AT_REST, NOON));

        assertThat(taken.reservation().reservation().terms().driver()).isEqualTo(LEE);
        assertThat(taken.reservation().events())
                .containsExactly(new ReservationEvent.DriverChanged(RESERVATION, HANBIT, SONATA, KIM, LEE, NOON));
    }

    @Test
    void only_the_holder_offers() {
        assertThat(refused(heldByKim().offer(HAND_OVER, LEE, recipient(LEE, KIM), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.KeyNotHeld());
        assertThat(refused(aKey().offer(HAND_OVER, KIM, lee(), AT_REST, NOON))).isEqualTo(new KeyRefusal.KeyNotHeld());
    }

    @Test
    void nobody_offers_a_key_to_themselves() {
        assertThat(refused(heldByKim().offer(HAND_OVER, KIM, recipient(KIM, KIM), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.RecipientNotEligible());
    }

    @Test
    void a_giver_who_is_elsewhere_by_now_does_not_get_the_key_back() {
        VehicleKey key = inTransit();
        var busy = new Recipient(
                KIM,
                drivenBy(LEE),
                new Surroundings(
                        aCompany(),
                        aVehicle(),
                        new VehicleSchedule(SONATA, List.of()),
                        aMember(),
                        new DriverAgenda(
                                KIM, List.of(new Engagement(new ReservationId(new UUID(7, 9)), HANBIT, NINE_TO_SIX)))));

        assertThat(refused(key.recall(underWay(key), NEXT_GRANT, busy, NOON)))
                .isEqualTo(new ReservationRefusal.DriverBusy(NINE_TO_SIX));
    }

    @Test
    void there_is_one_open_offer_at_most() {
        assertThat(refused(offered().offer(another(), KIM, lee(), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.OfferAlreadyOpen());
    }

    @Test
    void an_offer_that_nobody_answered_makes_room_for_the_next() {
        var later = new VehicleState(false, true, false, FURTHER, TOO_LATE);

        VehicleKey.Changed offered = accepted(offered().offer(another(), KIM, lee(), later, TOO_LATE));

        assertThat(offered.handOvers())
                .extracting(HandOver::status)
                .containsExactly(HandOverStatus.EXPIRED, HandOverStatus.OFFERED);
    }

    @Test
    void a_key_changes_hands_only_while_the_vehicle_rests() {
        var driving = new VehicleState(true, true, false, FURTHER, NOON);
        var open = new VehicleState(false, false, false, FURTHER, NOON);
        var longAgo = new VehicleState(
                false, true, false, FURTHER, NOON.minus(KeyPolicy.STATE_OLDEST).minusNanos(1));
        VehicleKey offered = offered();

        assertThat(refused(heldByKim().offer(HAND_OVER, KIM, lee(), driving, NOON)))
                .isEqualTo(new KeyRefusal.IgnitionOn());
        assertThat(refused(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), driving, NOON)))
                .isEqualTo(new KeyRefusal.IgnitionOn());
        assertThat(refused(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), open, NOON)))
                .isEqualTo(new KeyRefusal.DoorsNotLocked());
        assertThat(refused(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), longAgo, NOON)))
                .isEqualTo(new KeyRefusal.VehicleNotReachable());
    }

    @Test
    void whoever_offers_does_not_learn_what_a_colleague_lacks() {
        assertThat(refused(heldByKim().offer(HAND_OVER, KIM, lee(null, true, List.of()), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.RecipientNotEligible());
        assertThat(refused(heldByKim().offer(HAND_OVER, KIM, lee(aLicence(), false, List.of()), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.RecipientNotEligible());
    }

    @Test
    void the_colleague_is_asked_again_when_they_accept() {
        VehicleKey offered = offered();
        var elsewhere = new Engagement(new ReservationId(new UUID(7, 9)), HANBIT, NINE_TO_SIX);

        assertThat(refused(offered.takeOver(underWay(offered), NEXT_GRANT, lee(null, true, List.of()), AT_REST, NOON)))
                .isEqualTo(new ReservationRefusal.DriverNotEligible(Lack.NO_LICENCE));
        assertThat(refused(offered.takeOver(
                        underWay(offered), NEXT_GRANT, lee(aLicence(), true, List.of(elsewhere)), AT_REST, NOON)))
                .isEqualTo(new ReservationRefusal.DriverBusy(NINE_TO_SIX));
        assertThat(refused(offered.takeOver(
                        underWay(offered), NEXT_GRANT, lee(aLicence(), false, List.of()), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.HandOverNotWanted());
    }

    @Test
    void an_offer_can_be_accepted_until_it_has_lived_its_ten_minutes() {
        VehicleKey offered = offered();
        var inTime = new VehicleState(false, true, false, FURTHER, JUST_IN_TIME);

        assertThat(accepted(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), inTime, JUST_IN_TIME)))
                .isNotNull();
        assertThat(refused(offered.takeOver(underWay(offered), NEXT_GRANT, lee(), inTime, TOO_LATE)))
                .isEqualTo(new KeyRefusal.OfferExpired(TOO_LATE));
        assertThat(offered.expire(JUST_IN_TIME)).isEmpty();
        assertThat(offered.expire(TOO_LATE).orElseThrow().handOvers())
                .extracting(HandOver::status)
                .containsExactly(HandOverStatus.EXPIRED);
    }

    @Test
    void what_was_declined_or_withdrawn_cannot_be_accepted() {
        VehicleKey offered = offered();
        HandOver offer = underWay(offered);

        VehicleKey.Changed declined = accepted(offered.decline(offer, NOON));

        assertThat(declined.key()).isEqualTo(heldByKim());
        assertThat(refused(declined.key().takeOver(declined.handOvers().getFirst(), NEXT_GRANT, lee(), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.OfferNotOpen(HandOverStatus.DECLINED));
        assertThat(accepted(offered.withdraw(offer, NOON)).handOvers())
                .containsExactly(new Withdrawn(offer.terms(), WithdrawnBy.GIVER, NOON));
    }

    @Test
    void what_is_accepted_is_no_longer_the_givers_to_withdraw() {
        VehicleKey key = inTransit();

        assertThat(refused(key.withdraw(underWay(key), NOON)))
                .isEqualTo(new KeyRefusal.OfferNotOpen(HandOverStatus.ACCEPTED));
    }

    @Test
    void in_transit_nobodys_key_is_good() {
        assertThat(refused(inTransit().operate(Operation.UNLOCK, KIM))).isEqualTo(new KeyRefusal.KeyInTransit());
        assertThat(refused(inTransit().operate(Operation.UNLOCK, LEE))).isEqualTo(new KeyRefusal.KeyInTransit());
        assertThat(refused(inTransit().offer(another(), KIM, lee(), AT_REST, NOON)))
                .isEqualTo(new KeyRefusal.KeyInTransit());
    }

    @Test
    void a_vehicle_that_does_not_take_the_new_key_leaves_it_pending_and_support_is_told_once() {
        VehicleKey.Changed first = failed(carriedOut(inTransit()));
        VehicleKey.Changed second = failed(first.key());

        assertThat(first.handOvers()).extracting(HandOver::status).containsExactly(HandOverStatus.KEY_PENDING);
        assertThat(first.events())
                .containsExactly(new KeyEvent.KeyGrantPending(SONATA, HANBIT, RESERVATION, LEE, NOON));
        assertThat(second.events()).isEmpty();
        assertThat(second.key().wanted()).isEqualTo(first.key().wanted());
        assertThat(done(second.key()).handOvers())
                .extracting(HandOver::status)
                .containsExactly(HandOverStatus.KEY_GRANTED);
    }

    @Test
    void a_vehicle_that_does_not_forget_is_asked_less_and_less_often_and_support_is_told_the_third_time() {
        VehicleKey.Changed first = failed(inTransit());
        VehicleKey.Changed second = failed(first.key());
        VehicleKey.Changed third = failed(second.key());

        assertThat(first.events()).isEmpty();
        assertThat(second.events()).isEmpty();
        assertThat(third.events()).containsExactly(new KeyEvent.KeyRevocationStuck(SONATA, HANBIT, RESERVATION, NOON));
        assertThat(first.key().errand(NOON)).isEmpty();
        assertThat(first.key().errand(NOON.plus(Errand.FIRST_PAUSE))).isPresent();
        assertThat(third.key()
                        .errand(NOON.plus(Errand.FIRST_PAUSE.multipliedBy(4)).minusNanos(1)))
                .isEmpty();
        assertThat(third.key().errand(NOON.plus(Errand.FIRST_PAUSE.multipliedBy(4))))
                .isPresent();
    }

    @Test
    void while_somebody_asks_the_vehicle_nobody_else_does() {
        VehicleKey asking = inTransit().asking(NOON);

        assertThat(asking.errand(NOON.plus(KeyPolicy.LEASE).minusNanos(1))).isEmpty();
        assertThat(asking.errand(NOON.plus(KeyPolicy.LEASE))).isPresent();
    }

    @Test
    void an_answer_to_an_earlier_order_changes_nothing() {
        VehicleKey key = inTransit();
        KeyOrder toForget = key.wanted().orElseThrow();
        VehicleKey forgotten = carriedOut(key);

        assertThat(forgotten.done(toForget, FURTHER, NOON)).isEmpty();
        assertThat(forgotten.failed(toForget, NOON)).isEmpty();
    }

    @Test
    void bringing_the_vehicle_back_ends_a_hand_over_wherever_it_is() {
        for (VehicleKey key : List.of(
                heldByKim(),
                offered(),
                inTransit(),
                carriedOut(inTransit()),
                failed(carriedOut(inTransit())).key())) {
            VehicleKey.Changed back = key.takeBack(FURTHER, NOON);

            assertThat(back.key().custody()).isInstanceOf(Revoking.class);
            assertThat(back.key().handOver()).isNull();
            assertThat(carriedOut(back.key()).custody()).isEqualTo(new Nobody());
            assertThat(back.handOvers())
                    .allSatisfy(ended -> assertThat(ended.status()).isEqualTo(HandOverStatus.WITHDRAWN));
        }
    }

    @Test
    void nobody_may_have_looked_at_the_dashboard_when_a_use_is_ended() {
        assertThat(heldByKim().takeBack(null, NOON).grants())
                .containsExactly(new KeyGrant.Closed(GRANT, RESERVATION, KIM, ODOMETER, NOON, null, NOON));
    }

    @Test
    void a_vehicle_that_claims_to_have_driven_backwards_has_not_driven() {
        VehicleKey key = inTransit();
        var below = new Odometer(ODOMETER.km() - 1);

        VehicleKey.Changed forgotten =
                key.done(key.wanted().orElseThrow(), below, NOON).orElseThrow();

        assertThat(forgotten.grants())
                .containsExactly(new KeyGrant.Closed(GRANT, RESERVATION, KIM, ODOMETER, NOON, ODOMETER, NOON));
        assertThat(forgotten.key().custody())
                .isInstanceOfSatisfying(
                        Granting.class,
                        granting -> assertThat(granting.reading()).isEqualTo(ODOMETER));
    }

    @Test
    void support_calls_a_key_in_transit_back_to_its_giver_who_gets_it_when_the_vehicle_has_forgotten_everything() {
        VehicleKey pending = failed(carriedOut(inTransit())).key();
        var another = new KeyGrantId(new UUID(11, 3));

        VehicleKey recalled = accepted(pending.recall(underWay(pending), another, recipient(LEE, KIM), NOON))
                .key()
                .key();

        assertThat(recalled.wanted().orElseThrow().wish()).isEqualTo(new KeyOrder.Forget());
        assertThat(carriedOut(carriedOut(recalled)).held())
                .contains(new KeyGrant.Open(another, RESERVATION, KIM, FURTHER, NOON));
    }

    @Test
    void support_calls_off_an_offer_and_the_holder_keeps_the_key() {
        VehicleKey offered = offered();

        assertThat(accepted(offered.recall(underWay(offered), NEXT_GRANT, recipient(LEE, KIM), NOON))
                        .key()
                        .key())
                .isEqualTo(heldByKim());
    }

    @Test
    void the_holder_locks_and_unlocks_and_nobody_else() {
        assertThat(accepted(heldByKim().operate(Operation.UNLOCK, KIM)))
                .isEqualTo(new VehicleOrder(SONATA, 1, Operation.UNLOCK));
        assertThat(refused(heldByKim().operate(Operation.UNLOCK, LEE))).isEqualTo(new KeyRefusal.KeyNotHeld());
        assertThat(refused(heldByKim().operate(Operation.IMMOBILISE, KIM))).isEqualTo(new KeyRefusal.KeyNotHeld());
    }

    @ParameterizedTest
    @EnumSource
    void support_operates_a_vehicle_that_stands(Operation operation) {
        assertThat(accepted(heldByKim().operateForSupport(operation, AT_REST, NOON))
                        .operation())
                .isEqualTo(operation);
    }

    @Test
    void nobody_is_stopped_while_they_drive() {
        var driving = new VehicleState(true, false, false, FURTHER, NOON);
        var unknown = new VehicleState(false, false, false, FURTHER, NOON.minus(Duration.ofHours(1)));

        assertThat(refused(heldByKim().operateForSupport(Operation.IMMOBILISE, driving, NOON)))
                .isEqualTo(new KeyRefusal.IgnitionOn());
        assertThat(refused(heldByKim().operateForSupport(Operation.IMMOBILISE, unknown, NOON)))
                .isEqualTo(new KeyRefusal.VehicleNotReachable());
    }

    @Test
    void custody_and_hand_over_cannot_contradict_each_other() {
        VehicleKey offered = offered();

        assertThatThrownBy(() -> new VehicleKey(SONATA, HANBIT, 1, new Nobody(), (HandOver.UnderWay) underWay(offered)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_hands_a_key_to_themselves() {
        assertThatThrownBy(() -> new HandOver.Terms(HAND_OVER, RESERVATION, HANBIT, SONATA, KIM, KIM, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HandOverId another() {
        return new HandOverId(new UUID(10, 2));
    }

    private static List<HandOverStatus> statuses(VehicleKey.Changed... steps) {
        return List.of(steps).stream()
                .flatMap(step -> step.handOvers().stream())
                .map(HandOver::status)
                .toList();
    }
}
