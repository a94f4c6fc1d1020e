package io.motorpool.application.key;

import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.shared.Answer.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.KeyPolicy;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Vehicles that answer when the test has them answer. */
class TellVehiclesServiceTest {

    private final InMemoryVehicleKeys keys = new InMemoryVehicleKeys();
    private final AMotorpool motorpool = new AMotorpool(_ -> List.of());
    private final Patience control = new Patience();
    private final CompanyId company = motorpool.givenCompany();
    private final TellVehicles tell = new TellVehiclesService(
            motorpool.unitOfWork,
            keys,
            new KeyDesk(keys, motorpool.traces.journal()),
            control,
            motorpool.odometers,
            motorpool.clock);

    TellVehiclesServiceTest() {
        motorpool.clock.moveTo(at(9, 0));
    }

    /** Says nothing until it is told what to say. */
    private static final class Patience implements VehicleControl {

        private final Map<VehicleId, UniEmitter<? super KeyAnswer>> waiting = new LinkedHashMap<>();
        private final List<KeyOrder> told = new ArrayList<>();

        @Override
        public Uni<Optional<VehicleState>> state(VehicleId vehicle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<KeyAnswer> obey(KeyOrder order) {
            return Uni.createFrom().emitter(emitter -> {
                told.add(order);
                waiting.put(order.vehicle(), emitter);
            });
        }

        @Override
        public Uni<Operated> operate(UUID id, VehicleOrder order) {
            throw new UnsupportedOperationException();
        }

        void answers(VehicleId vehicle, KeyAnswer answer) {
            Optional.ofNullable(waiting.remove(vehicle)).orElseThrow().complete(answer);
        }
    }

    @Test
    void a_silent_vehicle_holds_up_no_other_neither_in_its_sweep_nor_in_the_next() {
        VehicleId silent = givenDue();
        VehicleId quick = givenDue();
        var sweep = begun();

        assertThat(control.waiting).containsOnlyKeys(silent, quick);
        control.answers(quick, new VehicleControl.KeyAnswer.Done(ODOMETER));
        assertThat(knows(quick)).as("while the other one is silent").isTrue();
        var _ = sweep.assertNotTerminated();

        VehicleId later = givenDue();
        var next = begun();
        assertThat(control.waiting).containsOnlyKeys(silent, later);
        control.answers(later, new VehicleControl.KeyAnswer.Done(ODOMETER));
        assertThat(count(next)).isEqualTo(1);

        control.answers(silent, new VehicleControl.KeyAnswer.NotDone());
        assertThat(count(sweep)).isEqualTo(1);
        assertThat(knows(silent)).isFalse();
    }

    @Test
    void a_vehicle_is_told_one_thing_at_a_time() {
        VehicleId silent = givenDue();
        var _ = begun();

        assertThat(count(begun())).isZero();
        motorpool.clock.move(KeyPolicy.LEASE.minusMillis(1));
        assertThat(count(begun())).isZero();

        assertThat(control.told).extracting(KeyOrder::vehicle).containsExactly(silent);
    }

    @Test
    void no_more_are_told_at_once_than_there_are_lanes_and_each_lane_is_free_again_after_its_answer() {
        List<VehicleId> due = new ArrayList<>();
        for (int vehicle = 0; vehicle <= TellVehiclesService.LANES; vehicle++) {
            due.add(givenDue());
        }
        var sweep = begun();
        assertThat(control.waiting).hasSize(TellVehiclesService.LANES);
        assertThat(count(begun())).as("no lane is free").isZero();

        control.answers(control.told.getFirst().vehicle(), new VehicleControl.KeyAnswer.NotDone());
        var _ = begun();

        assertThat(control.waiting).hasSize(TellVehiclesService.LANES);
        assertThat(control.told).extracting(KeyOrder::vehicle).containsExactlyInAnyOrderElementsOf(due);
        sweep.cancel();
        VehicleId more = givenDue();
        var _ = begun();
        assertThat(control.told.getLast().vehicle())
                .as("who hangs up leaves no lane taken")
                .isEqualTo(more);
    }

    private UniAssertSubscriber<Decision<Integer, Refusal>> begun() {
        return tell.tell(Callers.aTimer()).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static int count(UniAssertSubscriber<Decision<Integer, Refusal>> sweep) {
        return accepted(Uni.createFrom().item(sweep.assertCompleted().getItem()));
    }

    /** A vehicle that is to learn somebody's key. */
    private VehicleId givenDue() {
        VehicleId vehicle = motorpool.givenVehicle(company).id();
        Versioned<VehicleKey> stored = stored(vehicle);
        VehicleKey.Changed changed = stored.value()
                .handOut(
                        new KeyGrantId(Ids.next()),
                        new ReservationId(Ids.next()),
                        new UserId(Ids.next()),
                        ODOMETER,
                        motorpool.clock.instant());
        var _ = done(keys.save(stored.with(changed.key()), changed.grants(), changed.handOvers())
                .replaceWith(true));
        return vehicle;
    }

    private boolean knows(VehicleId vehicle) {
        return stored(vehicle).value().held().isPresent();
    }

    private Versioned<VehicleKey> stored(VehicleId vehicle) {
        return done(keys.lock(vehicle, company));
    }

    private static <T> T done(Uni<T> work) {
        return work.subscribe().withSubscriber(UniAssertSubscriber.create()).getItem();
    }
}
