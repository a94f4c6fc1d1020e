package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.ContractIdentity;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of vehicle contracts promises. */
public interface DispatchSheetsContract extends RouteGround {

    @Test
    default void the_sheet_of_a_slot_is_what_was_dispatched_and_substituted_void_contracts_included() {
        CompanyId company = givenCompany();
        Slot slot = givenSlot(givenRoute(company));
        VehicleContract first = givenDispatch(slot, givenVehicle(company), RouteGround.day(1), null);
        DispatchSheet.Changed second =
                givenSubstitution(slot, givenVehicle(company), RouteGround.day(10), RouteGround.day(12));
        DispatchSheet.Changed third =
                givenSubstitution(slot, givenVehicle(company), RouteGround.day(10), RouteGround.day(12));

        assertThat(sheetOf(slot)).isEqualTo(third.sheet());
        assertThat(third.cut()).singleElement().isInstanceOf(VehicleContract.Void.class);
        assertThat(second.issued()).hasSize(2);
        assertThat(inTransaction(() -> sheets().find(first.number())).map(VehicleContract::id))
                .contains(first.id());
    }

    @Test
    default void a_vehicles_contracts_are_found_wherever_it_serves() {
        CompanyId company = givenCompany();
        Slot slot = givenSlot(givenRoute(company));
        Slot other = givenSlot(givenRoute(company));
        Vehicle vehicle = givenVehicle(company);
        VehicleContract ended = givenDispatch(slot, vehicle, RouteGround.day(1), RouteGround.day(5));
        VehicleContract open = givenDispatch(other, vehicle, RouteGround.day(8), null);

        assertThat(inTransaction(() -> sheets().serving(vehicle.id(), RouteGround.day(4))))
                .contains(ended);
        assertThat(inTransaction(() -> sheets().serving(vehicle.id(), RouteGround.day(5))))
                .isEmpty();
        assertThat(inTransaction(() -> sheets().serving(vehicle.id(), RouteGround.day(9))))
                .contains(open);
        assertThat(inTransaction(() -> sheets().last(vehicle.id(), RouteGround.day(5))))
                .contains(ended);
        assertThat(inTransaction(() -> sheets().last(vehicle.id(), RouteGround.day(4))))
                .isEmpty();
        assertThat(inTransaction(() -> sheets().elsewhere(vehicle.id(), slot.id(), Span.from(RouteGround.day(6)))))
                .containsExactly(open);
        assertThat(inTransaction(() ->
                        sheets().elsewhere(vehicle.id(), slot.id(), Span.of(RouteGround.day(6), RouteGround.day(8)))))
                .isEmpty();
        assertThat(inTransaction(() -> sheets().elsewhere(vehicle.id(), other.id(), Span.from(RouteGround.day(5)))))
                .isEmpty();
    }

    @Test
    default void a_chauffeurs_contracts_are_found_by_the_time_in_which_they_are_driven() {
        CompanyId company = givenCompany();
        Slot slot = givenSlot(givenRoute(company));
        VehicleContract ended = givenDispatch(slot, givenVehicle(company), RouteGround.day(1), RouteGround.day(5));
        VehicleContract open = givenDispatch(slot, givenVehicle(company), RouteGround.day(8), null);
        UserId first = ended.terms().assignment().chauffeur();
        UserId second = open.terms().assignment().chauffeur();

        assertThat(inTransaction(() -> sheets().drivenBy(first, Span.from(RouteGround.day(4)))))
                .containsExactly(ended);
        assertThat(inTransaction(() -> sheets().drivenBy(first, Span.from(RouteGround.day(5)))))
                .isEmpty();
        assertThat(inTransaction(() -> sheets().drivenBy(second, Span.of(RouteGround.day(1), RouteGround.day(8)))))
                .isEmpty();
        assertThat(inTransaction(() -> sheets().drivenBy(second, Span.of(RouteGround.day(8), RouteGround.day(9)))))
                .containsExactly(open);
    }

    @Test
    default void two_vehicles_that_are_put_on_one_slot_at_once_do_not_both_get_it() {
        CompanyId company = givenCompany();
        Slot slot = givenSlot(givenRoute(company));
        List<Vehicle> vehicles =
                IntStream.range(0, 4).mapToObj(_ -> givenVehicle(company)).toList();
        DispatchSheet empty = sheetOf(slot);

        List<String> answers = AtOnce.each(vehicles.stream()
                .<Callable<String>>map(vehicle -> () -> store(dispatch(empty, vehicle)))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.equals("stored")).hasSize(1);
        assertThat(sheetOf(slot).contracts()).hasSize(1);
    }

    @Test
    default void one_vehicle_that_is_put_on_two_slots_at_once_does_not_serve_both() {
        CompanyId company = givenCompany();
        Vehicle vehicle = givenVehicle(company);
        List<DispatchSheet> empty = IntStream.range(0, 4)
                .mapToObj(_ -> sheetOf(givenSlot(givenRoute(company))))
                .toList();

        List<String> answers = AtOnce.each(empty.stream()
                .<Callable<String>>map(sheet -> () -> store(dispatch(sheet, vehicle)))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.equals("stored")).hasSize(1);
    }

    @Test
    default void a_number_is_never_reused() {
        CompanyId company = givenCompany();
        Slot slot = givenSlot(givenRoute(company));
        VehicleContract first = givenDispatch(slot, givenVehicle(company), RouteGround.day(1), null);
        DispatchSheet elsewhere = sheetOf(givenSlot(givenRoute(company)));
        Order order = new Order(
                RouteGround.anAssignment(givenVehicle(company)), RouteGround.day(1), null, ContractCause.DISPATCH);
        DispatchSheet.Changed again = RouteGround.accepted(elsewhere.dispatch(
                order,
                RouteGround.free(givenVehicle(company)),
                ClosedMonths.NONE,
                () -> new ContractIdentity(new VehicleContractId(Ids.next()), first.number()),
                DECEMBER_5TH));

        assertThatThrownBy(() -> inTransaction(() -> sheets().store(again))).isInstanceOf(ContendedException.class);
    }

    private String store(DispatchSheet.Changed changed) {
        try {
            return inTransaction(() -> sheets().store(changed).replaceWith("stored"));
        } catch (ContendedException lost) {
            return "lost";
        }
    }

    private DispatchSheet.Changed dispatch(DispatchSheet sheet, Vehicle vehicle) {
        Order order = new Order(RouteGround.anAssignment(vehicle), RouteGround.day(1), null, ContractCause.DISPATCH);
        return RouteGround.accepted(
                sheet.dispatch(order, RouteGround.free(vehicle), ClosedMonths.NONE, nextIdentity(), DECEMBER_5TH));
    }
}
