package io.motorpool.application.key;

import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.key.InMemoryVehicleControl.Weather;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.HandOverStatus;
import io.motorpool.domain.key.KeyEvent;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.KeyPolicy;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.reservation.ReservationRefusal.NotPossibleNow;
import io.motorpool.domain.reservation.ReservationRefusal.ReasonRequired;
import io.motorpool.domain.reservation.ReservationRefusal.Step;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys from start to return, over the use cases. */
class HandOverKeyServiceTest {

    private static final Odometer LATER = new Odometer(ODOMETER.km() + 40);

    private final AKeyRoom room = new AKeyRoom();

    @Test
    void a_driver_who_starts_gets_the_key_as_soon_as_the_vehicle_has_learnt_it() {
        var _ = room.started();

        assertThat(room.control.opensTo(room.vehicle.id())).containsExactly(room.kim.user());
        assertThat(accepted(room.queries.ofReservation(room.kim, room.reserved.id()))
                        .holder())
                .contains(room.kim.user());
    }

    @Test
    void a_key_goes_to_a_colleague_who_drives_on_and_the_log_splits_where_the_odometer_stood() {
        var _ = room.started();
        room.control.given(room.vehicle.id(), LATER);

        HandOver offered = offer();
        HandOver taken = accepted(room.handOver.accept(room.lee, offered.id()));
        assertThat(room.tellAll()).isEqualTo(1);
        assertThat(room.control.opensTo(room.vehicle.id())).isEmpty();
        assertThat(room.tellAll()).isEqualTo(1);

        assertThat(taken.status()).isEqualTo(HandOverStatus.ACCEPTED);
        assertThat(room.control.opensTo(room.vehicle.id())).containsExactly(room.lee.user());
        assertThat(driver()).isEqualTo(room.lee.user());
        assertThat(room.motorpool.stored(room.vehicle.id()).odometer()).isEqualTo(LATER);
        KeyView view = accepted(room.queries.ofReservation(room.lee, room.reserved.id()));
        assertThat(view.holder()).contains(room.lee.user());
        assertThat(view.grants()).extracting(KeyGrant::from).containsExactly(ODOMETER, LATER);
        assertThat(view.handOvers()).extracting(HandOver::status).containsExactly(HandOverStatus.KEY_GRANTED);
    }

    @Test
    void an_offer_is_told_to_whom_it_waits_for_and_to_nobody_else() {
        var _ = room.started();
        HandOver offered = offer();

        assertThat(accepted(room.queries.offers(room.lee))).containsExactly(offered);
        assertThat(accepted(room.queries.offers(room.kim))).isEmpty();
        Caller elsewhere = Callers.ofCompany(room.lee.user(), new CompanyId(Ids.next()), Role.MEMBER);
        assertThat(accepted(room.queries.offers(elsewhere)))
                .as("acting for another company")
                .isEmpty();
        Caller privately = new Caller(room.lee.user(), new Profile.Personal(), Set.of(Role.MEMBER));
        assertThat(refused(room.queries.offers(privately))).isEqualTo(new NotPermitted(Permission.USE_KEYS));

        room.motorpool.clock.move(KeyPolicy.OFFER_LIFE);
        assertThat(accepted(room.queries.offers(room.lee))).isEmpty();
    }

    @Test
    void the_colleague_returns_the_vehicle_and_it_opens_to_nobody() {
        var _ = room.started();
        var _ = accepted(room.handOver.accept(room.lee, offer().id()));
        var _ = room.tellAll();
        var _ = room.tellAll();

        var _ = accepted(room.motorpool.desk.bringBack.bringBack(
                room.motorpool.byDriver(
                        room.motorpool.stored(room.reserved.id()).value()),
                LATER));
        var _ = room.tellAll();

        assertThat(room.control.opensTo(room.vehicle.id())).isEmpty();
        assertThat(room.keys
                        .find(room.vehicle.id())
                        .await()
                        .indefinitely()
                        .orElseThrow()
                        .value()
                        .held())
                .isEmpty();
    }

    @Test
    void every_step_is_written_down_with_who_did_it() {
        var _ = room.started();
        var _ = accepted(room.handOver.accept(room.lee, offer().id()));
        var _ = room.tellAll();

        assertThat(room.motorpool.traces.deeds())
                .extracting(AuditEntry::action)
                .containsSubsequence("start-reservation", "tell-vehicle", "offer-key", "accept-key", "tell-vehicle");
        assertThat(room.motorpool.traces.facts())
                .extracting(Object::getClass)
                .contains(KeyEvent.KeyOffered.class, KeyEvent.KeyOfferAccepted.class, KeyEvent.KeyGrantClosed.class);
    }

    @Test
    void a_vehicle_out_of_reach_hands_nothing_over() {
        var _ = room.started();
        room.control.weather(Weather.OUT_OF_REACH);

        assertThat(refused(room.handOver.offer(room.kim, room.reserved.id(), room.lee.user())))
                .isEqualTo(new KeyRefusal.VehicleNotReachable());
    }

    @Test
    void a_vehicle_that_is_being_driven_hands_nothing_over() {
        var _ = room.started();
        room.control.driving(room.vehicle.id(), true);

        assertThat(refused(room.handOver.offer(room.kim, room.reserved.id(), room.lee.user())))
                .isEqualTo(new KeyRefusal.IgnitionOn());
    }

    @Test
    void a_key_is_offered_only_while_the_reservation_is_in_use() {
        assertThat(refused(room.handOver.offer(room.kim, room.reserved.id(), room.lee.user())))
                .isEqualTo(new NotPossibleNow(ReservationStatus.RESERVED, Step.HAND_OVER));
    }

    @Test
    void to_anybody_but_the_two_there_is_no_such_hand_over() {
        var _ = room.started();
        HandOver offered = offer();
        Caller third = room.member();
        Caller foreigner = Callers.ofCompany(room.lee.user(), room.motorpool.givenCompany(), Role.MEMBER);

        assertThat(refused(room.handOver.accept(third, offered.id()))).isEqualTo(new NotFound(Thing.HAND_OVER));
        assertThat(refused(room.handOver.accept(room.kim, offered.id()))).isEqualTo(new NotFound(Thing.HAND_OVER));
        assertThat(refused(room.handOver.accept(foreigner, offered.id()))).isEqualTo(new NotFound(Thing.HAND_OVER));
        assertThat(refused(room.handOver.withdraw(room.lee, offered.id()))).isEqualTo(new NotFound(Thing.HAND_OVER));
        assertThat(refused(room.handOver.decline(room.lee, new HandOverId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.HAND_OVER));
        assertThat(refused(room.handOver.offer(third, room.reserved.id(), room.lee.user())))
                .isEqualTo(new NotFound(Thing.RESERVATION));
        assertThat(refused(room.queries.ofReservation(third, room.reserved.id())))
                .isEqualTo(new NotFound(Thing.RESERVATION));
    }

    @Test
    void somebody_of_another_company_takes_nothing_over() {
        var _ = room.started();
        UserId stranger =
                room.motorpool.given(aMember(room.motorpool.givenCompany())).user();

        assertThat(refused(room.handOver.offer(room.kim, room.reserved.id(), stranger)))
                .isEqualTo(new KeyRefusal.RecipientNotEligible());
    }

    @Test
    void an_offer_that_was_declined_or_withdrawn_leaves_the_key_where_it_was() {
        var _ = room.started();

        assertThat(accepted(room.handOver.decline(room.lee, offer().id())).status())
                .isEqualTo(HandOverStatus.DECLINED);
        assertThat(accepted(room.handOver.withdraw(room.kim, offer().id())).status())
                .isEqualTo(HandOverStatus.WITHDRAWN);
        assertThat(accepted(room.operate.operate(room.kim, room.vehicle.id(), Operation.UNLOCK, null)))
                .isEqualTo(Operation.UNLOCK);
    }

    @Test
    void a_timer_ends_offers_that_nobody_answered() {
        var _ = room.started();
        HandOver offered = offer();
        room.motorpool.clock.move(KeyPolicy.OFFER_LIFE);

        assertThat(accepted(room.tell.expireOffers(Callers.aTimer()))).isEqualTo(1);
        assertThat(accepted(room.tell.expireOffers(Callers.aTimer()))).isZero();
        assertThat(refused(room.handOver.accept(room.lee, offered.id())))
                .isEqualTo(new KeyRefusal.OfferNotOpen(HandOverStatus.EXPIRED));
    }

    @Test
    void a_vehicle_that_learns_nothing_leaves_the_key_pending_until_it_does() {
        var _ = room.started();
        var _ = accepted(room.handOver.accept(room.lee, offer().id()));
        room.control.weather(Weather.LEARNS_NOTHING);
        var _ = room.tellAll();
        var _ = room.tellAll();

        assertThat(handOverStatus()).isEqualTo(HandOverStatus.KEY_PENDING);
        assertThat(room.motorpool.traces.facts()).anyMatch(KeyEvent.KeyGrantPending.class::isInstance);

        room.control.weather(Weather.FINE);
        assertThat(room.tellAll()).isZero();
        room.motorpool.clock.move(Duration.ofMinutes(1));
        assertThat(room.tellAll()).isEqualTo(1);

        assertThat(handOverStatus()).isEqualTo(HandOverStatus.KEY_GRANTED);
    }

    @Test
    void support_calls_a_pending_key_back_to_its_giver() {
        var _ = room.started();
        HandOver offered = offer();
        var _ = accepted(room.handOver.accept(room.lee, offered.id()));
        room.control.weather(Weather.LEARNS_NOTHING);
        var _ = room.tellAll();
        var _ = room.tellAll();
        room.control.weather(Weather.FINE);

        var _ = accepted(room.handOver.recall(Callers.aSupportAgent(), offered.id(), A_REASON));
        var _ = room.tellAll();
        var _ = room.tellAll();

        assertThat(driver()).isEqualTo(room.kim.user());
        assertThat(room.control.opensTo(room.vehicle.id())).containsExactly(room.kim.user());
        assertThat(refused(room.handOver.recall(room.kim, offered.id(), A_REASON)))
                .isEqualTo(new NotPermitted(Permission.SUPPORT_KEYS));
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_again_and_found() {
        room.motorpool.clock.moveTo(at(9, 0));
        var _ = accepted(room.motorpool.desk.start.start(room.motorpool.byDriver(room.reserved), ODOMETER));
        room.control.weather(Weather.ANSWERS_LOST);
        assertThat(room.tellAll()).isZero();

        room.control.weather(Weather.FINE);
        room.motorpool.clock.move(Duration.ofMinutes(1));

        assertThat(room.tellAll()).isEqualTo(1);
        assertThat(room.control.opensTo(room.vehicle.id())).containsExactly(room.kim.user());
    }

    @Test
    void only_the_holder_and_support_operate_a_vehicle() {
        var _ = room.started();

        assertThat(accepted(room.operate.operate(room.kim, room.vehicle.id(), Operation.UNLOCK, null)))
                .isEqualTo(Operation.UNLOCK);
        assertThat(refused(room.operate.operate(room.lee, room.vehicle.id(), Operation.LOCK, null)))
                .isEqualTo(new KeyRefusal.KeyNotHeld());
        assertThat(refused(
                        room.operate.operate(Callers.aSupportAgent(), room.vehicle.id(), Operation.IMMOBILISE, null)))
                .isEqualTo(new ReasonRequired());
        assertThat(accepted(room.operate.operate(
                        Callers.aSupportAgent(), room.vehicle.id(), Operation.IMMOBILISE, A_REASON)))
                .isEqualTo(Operation.IMMOBILISE);
        assertThat(refused(room.operate.operate(
                        Callers.aMemberOf(room.motorpool.givenCompany()), room.vehicle.id(), Operation.LOCK, null)))
                .isEqualTo(new NotFound(Thing.VEHICLE));
    }

    @Test
    void a_lost_answer_to_an_operation_is_read_back_from_the_vehicle() {
        var _ = room.started();
        room.control.weather(Weather.ANSWERS_LOST);

        assertThat(accepted(room.operate.operate(room.kim, room.vehicle.id(), Operation.UNLOCK, null)))
                .isEqualTo(Operation.UNLOCK);

        room.control.weather(Weather.OUT_OF_REACH);
        assertThat(refused(room.operate.operate(room.kim, room.vehicle.id(), Operation.LOCK, null)))
                .isEqualTo(new KeyRefusal.VehicleNotReachable());
    }

    private HandOver offer() {
        return accepted(room.handOver.offer(room.kim, room.reserved.id(), room.lee.user()));
    }

    private UserId driver() {
        return room.motorpool.stored(room.reserved.id()).value().terms().driver();
    }

    private HandOverStatus handOverStatus() {
        return Optional.of(accepted(room.queries.ofReservation(room.lee, room.reserved.id())))
                .map(view -> view.handOvers().getLast().status())
                .orElseThrow();
    }
}
