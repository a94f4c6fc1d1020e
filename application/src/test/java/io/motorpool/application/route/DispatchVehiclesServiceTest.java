package io.motorpool.application.route;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.DispatchVehicles.Dispatched;
import io.motorpool.application.route.VehicleCalls.Waiting;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Assignment;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.RouteEvent.ChargesCorrected;
import io.motorpool.domain.route.RouteEvent.VehicleSubstituted;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.VehicleEngaged;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchVehiclesServiceTest {

    private static final Caller OPERATOR = anOperator();
    private static final Instant NOW = RouteGround.DECEMBER_5TH;

    private final ARoad road = new ARoad();
    private final CompanyId company = road.givenCompany();
    private final Slot slot = road.givenSlot(road.givenRoute(company));
    private final Vehicle vehicle = road.givenVehicle(company);
    private final Vehicle other = road.givenVehicle(company);
    private final DispatchVehicles service = road.dispatchVehicles();

    @Test
    void a_dispatch_and_a_substitution_issue_numbers_by_themselves() {
        Dispatched first = accepted(dispatch(vehicle, day(1)));
        Dispatched second = accepted(substitute(other, day(10), day(12)));

        assertThat(first.issued()).hasSize(1);
        assertThat(second.issued()).hasSize(2);
        assertThat(second.cut())
                .extracting(ContractView::number)
                .containsExactly(first.issued().getFirst().number());
        assertThat(road.sheetOf(slot).contracts())
                .extracting(it -> it.vehicle())
                .containsExactly(vehicle.id(), other.id(), vehicle.id());
    }

    @Test
    void the_vehicles_schedule_is_locked_before_its_other_contracts_are_looked_at() {
        succeeds(dispatch(vehicle, day(1)));

        assertThat(road.schedules.locked).containsExactly(vehicle.id());
    }

    @Test
    void a_dispatch_calls_for_the_vehicle_when_it_begins_to_serve_and_when_it_ceases_to() {
        succeeds(dispatch(vehicle, day(1)));
        succeeds(substitute(other, day(40), day(42)));

        assertThat(waiting()).extracting(Waiting::vehicle).containsExactlyInAnyOrder(vehicle.id(), other.id());
        assertThat(dueOf(vehicle.id())).isEqualTo(NOW);
        assertThat(dueOf(other.id())).isEqualTo(day(40));
    }

    @Test
    void a_back_dated_substitution_moves_charges_and_writes_it_down() {
        var _ = road.givenRate(road.routes.now(slot.route()), NOVEMBER.atDay(1), 45_000);
        succeeds(dispatch(vehicle, day(1)));
        Run.Completed run = road.givenCompleted(slot, day(10));
        long _ = road.givenCaptured(company);

        Dispatched substituted = accepted(substitute(other, day(10), day(12)));

        assertThat(substituted.chargesMoved()).isEqualTo(1);
        assertThat(road.result(() -> road.charges.standing(run.id())).map(Charge::contract))
                .contains(substituted.issued().getFirst().id());
        assertThat(road.traces.facts())
                .contains(new ChargesCorrected(slot.id(), company, 1, NOW))
                .hasAtLeastOneElementOfType(VehicleSubstituted.class);
        assertThat(road.traces.deeds().getLast().after()).containsEntry("chargesMoved", "1");
        assertThat(road.traces.deeds())
                .anySatisfy(deed -> assertThat(deed.before().get("served"))
                        .isNotNull()
                        .isNotEqualTo(deed.after().get("served")));
    }

    @Test
    void nothing_is_dispatched_into_a_confirmed_month() {
        succeeds(dispatch(vehicle, day(1)));
        var _ = road.givenConfirmed(road.aHead(company, new Purpose.Bill(1)));

        assertThat(refused(substitute(other, day(10), null))).isEqualTo(new MonthClosed(NOVEMBER));
        assertThat(refused(service.withdraw(OPERATOR, slot.id(), day(10)))).isEqualTo(new MonthClosed(NOVEMBER));
        succeeds(substitute(other, day(31), null));
    }

    @Test
    void a_vehicle_that_serves_another_slot_is_refused_with_the_contract_in_the_way() {
        Slot elsewhere = road.givenSlot(road.givenRoute(company));
        var taken = road.givenDispatch(elsewhere, vehicle, day(5), null);

        assertThat(refused(dispatch(vehicle, day(1)))).isEqualTo(new VehicleEngaged(taken.number()));
    }

    @Test
    void a_withdrawn_vehicle_is_called_for_too() {
        succeeds(dispatch(vehicle, day(1)));

        Dispatched withdrawn = accepted(service.withdraw(OPERATOR, slot.id(), NOW));

        assertThat(withdrawn.cut()).hasSize(1);
        assertThat(dueOf(vehicle.id())).isEqualTo(NOW);
    }

    @Test
    void a_vehicle_that_is_not_there_and_a_strangers_slot_are_not_found() {
        Order unknown = new Order(
                new Assignment(new VehicleId(Ids.next()), new UserId(Ids.next())),
                day(1),
                null,
                ContractCause.DISPATCH);

        assertThat(refused(service.dispatch(OPERATOR, slot.id(), unknown))).isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(service.dispatch(anAdminOf(road.givenCompany()), slot.id(), unknown)))
                .isEqualTo(new NotFound(Thing.SLOT));
        assertThat(refused(service.dispatch(anAdminOf(company), slot.id(), unknown)))
                .isEqualTo(new NotPermitted(Permission.DISPATCH_VEHICLES));
    }

    private Uni<Decision<Dispatched, Refusal>> dispatch(Vehicle which, Instant from) {
        return service.dispatch(
                OPERATOR, slot.id(), new Order(RouteGround.anAssignment(which), from, null, ContractCause.DISPATCH));
    }

    private Uni<Decision<Dispatched, Refusal>> substitute(Vehicle which, Instant from, @Nullable Instant until) {
        return service.substitute(
                OPERATOR, slot.id(), new Order(RouteGround.anAssignment(which), from, until, ContractCause.BREAKDOWN));
    }

    private List<Waiting> waiting() {
        return road.result(() -> road.calls.list(new CompanyScope.Only(company), Page.Request.first()))
                .items();
    }

    private Instant dueOf(VehicleId which) {
        return waiting().stream()
                .filter(it -> it.vehicle().equals(which))
                .map(Waiting::due)
                .findFirst()
                .orElseThrow();
    }
}
