package io.motorpool.application.settlement;

import static io.motorpool.application.settlement.ErpFixtures.NOW;
import static io.motorpool.application.settlement.ErpFixtures.aContract;
import static io.motorpool.application.settlement.ErpFixtures.aPlacement;
import static io.motorpool.application.settlement.ErpFixtures.aSlot;
import static io.motorpool.application.settlement.ErpFixtures.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.settlement.Registration.Reason;
import io.motorpool.application.settlement.Registration.Registered;
import io.motorpool.application.settlement.Registration.Rejected;
import io.motorpool.application.settlement.Registration.Unclear;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every register of vehicles promises, whatever the weather. */
public interface VehicleRegisterContract extends PortContract, ErpWeather {

    VehicleRegister register();

    /** The vehicle's records, as somebody sees them who looks into the ERP. */
    List<Recorded> recorded(VehicleId vehicle);

    /** Whether the ERP's record of the place is that of the slot. */
    boolean isAt(Recorded recorded, UUID slot);

    /** Creates a record beside ours, as somebody with other means could. */
    void givenRecordedByHand(RegisteredVehicle vehicle);

    /**
     * @param place as the ERP calls it; null when the vehicle stands nowhere
     * @param lastMove tells one movement from another
     */
    record Recorded(
            String record, String contract, @Nullable String place, String lastMove) {}

    @Test
    default void a_vehicle_that_begins_to_serve_gets_a_record_with_its_contract_at_the_slot() {
        Placement placement = aPlacement();

        Registration registration = place(placement);

        assertThat(recorded(placement)).singleElement().satisfies(recorded -> {
            assertThat(registration).isEqualTo(new Registered(recorded.record()));
            assertThat(recorded.contract()).isEqualTo(placement.contract());
            assertThat(isAt(recorded, placement.slot())).isTrue();
        });
    }

    @Test
    default void placing_twice_changes_nothing_any_more() {
        Placement placement = aPlacement();
        Registration first = place(placement);
        List<Recorded> before = recorded(placement);

        Registration second = place(placement);

        assertThat(second).isEqualTo(first);
        assertThat(recorded(placement)).isEqualTo(before);
    }

    @Test
    default void a_further_contract_moves_the_one_record_to_the_other_slot() {
        Placement first = aPlacement();
        Registration registered = place(first);
        Placement second = new Placement(first.vehicle(), aContract(), aSlot(), NOW.minusSeconds(60));

        Registration moved = place(second);

        assertThat(moved).isEqualTo(registered);
        assertThat(recorded(second)).singleElement().satisfies(recorded -> {
            assertThat(recorded.contract()).isEqualTo(second.contract());
            assertThat(isAt(recorded, second.slot())).isTrue();
        });
    }

    @Test
    default void a_further_contract_at_the_same_slot_changes_the_contract_only() {
        Placement first = aPlacement();
        Registration _ = place(first);
        Placement second = new Placement(first.vehicle(), aContract(), first.slot(), NOW.minusSeconds(60));
        String moved = recorded(first).getFirst().lastMove();

        Registration _ = place(second);

        assertThat(recorded(second)).singleElement().satisfies(recorded -> {
            assertThat(recorded.contract()).isEqualTo(second.contract());
            assertThat(isAt(recorded, first.slot())).isTrue();
            assertThat(recorded.lastMove()).isEqualTo(moved);
        });
    }

    @Test
    default void a_vehicle_that_ceases_to_serve_stands_nowhere_and_keeps_its_record() {
        Placement placement = aPlacement();
        Registration registered = place(placement);
        Withdrawal withdrawal = new Withdrawal(placement.vehicle().id(), placement.slot(), NOW);

        assertThat(withdraw(withdrawal)).isEqualTo(registered);
        assertThat(withdraw(withdrawal)).isEqualTo(registered);

        assertThat(recorded(placement))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.place()).isNull());
    }

    @Test
    default void a_withdrawal_from_a_slot_where_the_vehicle_no_longer_is_leaves_it_where_it_is() {
        Placement first = aPlacement();
        Registration _ = place(first);
        Placement second = new Placement(first.vehicle(), aContract(), aSlot(), NOW.minusSeconds(60));
        Registration _ = place(second);

        Registration withdrawn = withdraw(new Withdrawal(first.vehicle().id(), first.slot(), NOW));

        assertThat(withdrawn).isInstanceOf(Registered.class);
        assertThat(recorded(first))
                .singleElement()
                .satisfies(recorded -> assertThat(isAt(recorded, second.slot())).isTrue());
    }

    @Test
    default void a_vehicle_that_was_never_registered_cannot_be_withdrawn() {
        Registration withdrawn = withdraw(new Withdrawal(aVehicle().id(), aSlot(), NOW));

        assertThat(withdrawn).isEqualTo(new Rejected(new Reason.NeverRegistered()));
    }

    @Test
    default void an_answer_that_got_lost_leaves_one_record_at_the_right_slot() {
        Placement placement = aPlacement();
        givenAnswerLost();

        Registration registration = placeUntilClear(placement);

        assertThat(registration).isInstanceOf(Registered.class);
        assertThat(recorded(placement))
                .singleElement()
                .satisfies(
                        recorded -> assertThat(isAt(recorded, placement.slot())).isTrue());
    }

    @Test
    default void a_record_that_may_still_be_under_way_is_not_created_again() {
        Placement placement = aPlacement();
        givenStoredLate();
        assertThat(place(placement)).isInstanceOf(Unclear.class);

        assertThat(place(placement, NOW)).isInstanceOf(Unclear.class);
        passTime();

        assertThat(place(placement, NOW)).isInstanceOf(Registered.class);
        assertThat(recorded(placement)).hasSize(1);
    }

    @Test
    default void a_vehicle_whose_record_may_still_be_under_way_is_withdrawn_once_it_is_there() {
        Placement placement = aPlacement();
        Withdrawal withdrawal = new Withdrawal(placement.vehicle().id(), placement.slot(), NOW);
        givenStoredLate();
        assertThat(place(placement)).isInstanceOf(Unclear.class);

        assertThat(withdraw(withdrawal, NOW)).isInstanceOf(Unclear.class);
        passTime();

        assertThat(withdraw(withdrawal, NOW)).isInstanceOf(Registered.class);
        assertThat(recorded(placement))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.place()).isNull());
    }

    @Test
    default void an_erp_that_cannot_be_reached_leaves_it_unclear_and_registers_later() {
        Placement placement = aPlacement();
        givenOutOfReach();
        assertThat(place(placement)).isInstanceOf(Unclear.class);

        givenWithinReach();

        assertThat(placeUntilClear(placement)).isInstanceOf(Registered.class);
        assertThat(recorded(placement)).hasSize(1);
    }

    @Test
    default void a_locked_record_is_brought_up_to_date_once_it_is_free() {
        Placement first = aPlacement();
        Registration _ = place(first);
        Placement second = new Placement(first.vehicle(), aContract(), aSlot(), NOW.minusSeconds(60));
        givenLocked();

        Registration registration = placeUntilClear(second);

        assertThat(registration).isInstanceOf(Registered.class);
        assertThat(recorded(second)).singleElement().satisfies(recorded -> {
            assertThat(recorded.contract()).isEqualTo(second.contract());
            assertThat(isAt(recorded, second.slot())).isTrue();
        });
    }

    @Test
    default void two_records_of_one_vehicle_are_reported_and_neither_is_touched() {
        Placement placement = aPlacement();
        givenRecordedByHand(placement.vehicle());
        givenRecordedByHand(placement.vehicle());
        List<Recorded> before = recorded(placement);

        Registration registration = place(placement);

        assertThat(registration)
                .isEqualTo(new Rejected(new Reason.RegisteredMoreThanOnce(
                        before.stream().map(Recorded::record).toList())));
        assertThat(recorded(placement)).isEqualTo(before);
    }

    @Test
    default void thirty_two_vehicles_at_once_get_a_record_each() throws Exception {
        List<Placement> placements =
                Stream.generate(ErpFixtures::aPlacement).limit(32).toList();

        List<Registration> registrations = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Registration>> underWay = placements.stream()
                    .map(placement -> threads.submit(() -> place(placement)))
                    .toList();
            for (Future<Registration> one : underWay) {
                registrations.add(one.get());
            }
        }

        assertThat(registrations).hasSize(32).allSatisfy(one -> assertThat(one).isInstanceOf(Registered.class));
        assertThat(placements)
                .allSatisfy(placement -> assertThat(recorded(placement))
                        .singleElement()
                        .satisfies(recorded ->
                                assertThat(isAt(recorded, placement.slot())).isTrue()));
    }

    default List<Recorded> recorded(Placement placement) {
        return recorded(placement.vehicle().id());
    }

    default Registration place(Placement placement) {
        return place(placement, null);
    }

    default Registration place(Placement placement, @Nullable Instant askedBefore) {
        return result(() -> register().place(placement, askedBefore));
    }

    /** As the application does it: each attempt knows of the one before, and none comes too early. */
    default Registration placeUntilClear(Placement placement) {
        Registration registration = place(placement);
        for (int attempt = 0; registration instanceof Unclear && attempt < 5; attempt++) {
            passTime();
            registration = place(placement, ((Unclear) registration).trouble().underWaySince());
        }
        return registration;
    }

    default Registration withdraw(Withdrawal withdrawal) {
        return withdraw(withdrawal, null);
    }

    default Registration withdraw(Withdrawal withdrawal, @Nullable Instant askedBefore) {
        return result(() -> register().withdraw(withdrawal, askedBefore));
    }
}
