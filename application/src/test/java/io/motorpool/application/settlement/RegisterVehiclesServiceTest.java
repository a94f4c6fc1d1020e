package io.motorpool.application.settlement;

import static io.motorpool.application.route.RouteGround.day;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.route.DispatchVehicles;
import io.motorpool.application.route.DispatchVehicles.Dispatched;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.route.VehicleCalls.Waiting;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterVehiclesServiceTest {

    private static final Caller OPERATOR = anOperator();

    private final AnOffice office = new AnOffice();
    private final ARoad road = office.road;
    private final CompanyId company = road.givenCompany();
    private final Slot slot = road.givenSlot(road.givenRoute(company));
    private final Vehicle vehicle = road.givenVehicle(company);
    private final Vehicle other = road.givenVehicle(company);
    private final DispatchVehicles dispatch = road.dispatchVehicles();
    private final RegisterVehicles service = office.registerVehicles();

    @Test
    void a_dispatched_vehicle_is_registered_under_its_contract_at_its_slot() {
        Dispatched dispatched = dispatched(vehicle, day(1));

        workOff();

        assertThat(office.register.recorded(vehicle.id())).singleElement().satisfies(recorded -> {
            assertThat(recorded.contract())
                    .isEqualTo(dispatched.issued().getFirst().number().value());
            assertThat(office.register.isAt(recorded, slot.id().value())).isTrue();
        });
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_erp_that_is_down_fails_no_dispatch_and_then_only_what_is_true_is_written() {
        office.register.outOfReach(true);
        Dispatched _ = dispatched(vehicle, day(1));
        workOff();
        Dispatched substituted = substituted(other, road.clock.instant());
        workOff();
        assertThat(waiting())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.trouble()).isEqualTo("OUT_OF_REACH"));

        office.register.outOfReach(false);
        road.clock.move(Duration.ofMinutes(11));
        workOff();

        assertThat(office.register.recorded(other.id()))
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.contract())
                        .isEqualTo(substituted.issued().getFirst().number().value()));
        assertThat(office.register.recorded(vehicle.id())).isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void an_erp_that_was_down_learns_of_the_vehicle_as_soon_as_it_is_back() {
        office.register.outOfReach(true);
        Dispatched _ = dispatched(vehicle, day(1));
        workOff();

        office.register.outOfReach(false);
        road.clock.move(Duration.ofSeconds(31));
        workOff();

        assertThat(office.register.recorded(vehicle.id())).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_vehicle_that_is_substituted_while_its_record_is_under_way_does_not_stay_at_the_slot() {
        Dispatched _ = dispatched(vehicle, day(1));
        office.register.storeNextLate();
        RegisterVehicles dying = office.registerVehicles(new DyingRegister(office.register));
        assertThatThrownBy(() -> accepted(dying.registerNext(aTimer()))).isInstanceOf(IllegalStateException.class);
        Dispatched _ = substituted(other, road.clock.instant());

        road.clock.move(RegisterVehiclesService.LEASE);
        workOff();
        road.clock.move(Duration.ofMinutes(11));
        workOff();

        assertThat(office.register.recorded(vehicle.id()))
                .singleElement()
                .satisfies(recorded -> assertThat(
                                office.register.isAt(recorded, slot.id().value()))
                        .isFalse());
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_substituted_vehicle_is_taken_away_from_the_slot() {
        Dispatched _ = dispatched(vehicle, day(1));
        workOff();
        Dispatched _ = substituted(other, road.clock.instant());
        workOff();

        assertThat(office.register.recorded(vehicle.id()))
                .singleElement()
                .satisfies(recorded -> assertThat(
                                office.register.isAt(recorded, slot.id().value()))
                        .isFalse());
        assertThat(office.register.recorded(other.id()))
                .singleElement()
                .satisfies(recorded -> assertThat(
                                office.register.isAt(recorded, slot.id().value()))
                        .isTrue());
    }

    @Test
    void after_a_lost_answer_a_vehicle_still_has_one_record() {
        Dispatched _ = dispatched(vehicle, day(1));
        office.register.storeNextLate();
        workOff();
        road.clock.move(Duration.ofMinutes(11));
        workOff();

        assertThat(office.register.recorded(vehicle.id())).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void what_the_erp_refuses_waits_for_somebody_who_tries_again() {
        Dispatched _ = dispatched(vehicle, day(1));
        var registered = ErpFixtures.aVehicle();
        var twin = new Placement.RegisteredVehicle(
                vehicle.id(), registered.plate(), registered.vin(), registered.model(), null, null);
        var _ = office.register.blank(twin);
        var _ = office.register.blank(twin);

        workOff();

        assertThat(waiting())
                .extracting(Waiting::vehicle, Waiting::trouble, Waiting::rejected)
                .containsExactly(tuple(vehicle.id(), "REGISTERED_MORE_THAN_ONCE", true));
        assertThat(accepted(service.retry(OPERATOR, vehicle.id()))).isEqualTo(vehicle.id());
        assertThat(refused(service.retry(OPERATOR, vehicle.id()))).isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(waiting()).extracting(Waiting::rejected).containsExactly(false);
        assertThat(office.road.traces.deeds())
                .filteredOn(deed -> deed.action().equals("retry-registration"))
                .hasSize(1);
    }

    @Test
    void who_may_not_register_is_refused() {
        assertThat(refused(service.registerNext(anAuditor())))
                .isEqualTo(new NotPermitted(Permission.REGISTER_VEHICLES));
        assertThat(refused(service.retry(anAuditor(), vehicle.id())))
                .isEqualTo(new NotPermitted(Permission.REGISTER_VEHICLES));
        succeeds(service.registerNext(aTimer()));
    }

    @Test
    void for_a_stranger_there_is_no_vehicle_to_try_again() {
        Caller stranger = anAdminOf(office.road.givenCompany());

        assertThat(refused(service.retry(stranger, vehicle.id()))).isEqualTo(new NotFound(Thing.VEHICLE));
        assertThat(refused(service.retry(OPERATOR, new VehicleId(Ids.next())))).isEqualTo(new NotFound(Thing.VEHICLE));
    }

    /** Asks, and does not live to hear the answer. */
    private record DyingRegister(VehicleRegister asked) implements VehicleRegister {

        @Override
        public Uni<Registration> place(Placement placement, @Nullable Instant askedBefore) {
            return asked.place(placement, askedBefore).map(_ -> {
                throw new IllegalStateException("killed");
            });
        }

        @Override
        public Uni<Registration> withdraw(Withdrawal withdrawal, @Nullable Instant askedBefore) {
            return asked.withdraw(withdrawal, askedBefore);
        }
    }

    private Dispatched dispatched(Vehicle which, Instant from) {
        return accepted(dispatch.dispatch(
                OPERATOR, slot.id(), new Order(RouteGround.anAssignment(which), from, null, ContractCause.DISPATCH)));
    }

    private Dispatched substituted(Vehicle which, Instant from) {
        return accepted(dispatch.substitute(
                OPERATOR, slot.id(), new Order(RouteGround.anAssignment(which), from, null, ContractCause.BREAKDOWN)));
    }

    /** Until nothing is due any more. */
    private void workOff() {
        boolean more = true;
        for (int i = 0; more && i < 20; i++) {
            more = accepted(service.registerNext(aTimer()));
        }
        assertThat(more).isFalse();
    }

    private List<Waiting> waiting() {
        return accepted(service.waiting(OPERATOR, Optional.of(company), Page.Request.first()))
                .items();
    }
}
