package io.motorpool.application.route;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aSettlementClerk;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteEvent.RateAgreed;
import io.motorpool.domain.route.RouteEvent.RouteChanged;
import io.motorpool.domain.route.RouteEvent.RouteEnded;
import io.motorpool.domain.route.RouteEvent.RouteOpened;
import io.motorpool.domain.route.RouteEvent.SlotAdded;
import io.motorpool.domain.route.RouteEvent.SlotEnded;
import io.motorpool.domain.route.RouteEvent.SlotRescheduled;
import io.motorpool.domain.route.RouteRefusal.RouteClosed;
import io.motorpool.domain.route.RouteRefusal.RouteStillServed;
import io.motorpool.domain.route.RouteRefusal.SlotStillServed;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.Timetable;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Version;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookAfterRoutesServiceTest {

    private static final Caller OPERATOR = anOperator();
    private static final Instant NOW = RouteGround.DECEMBER_5TH;

    private final ARoad road = new ARoad();
    private final CompanyId company = road.givenCompany();
    private final LookAfterRoutes service = road.lookAfterRoutes();

    @Test
    void a_route_is_opened_renamed_and_closed_and_each_leaves_its_traces() {
        RouteView opened = accepted(service.open(OPERATOR, company, "판교-강남"));
        RouteView renamed = accepted(service.rename(OPERATOR, opened.id(), opened.version(), "판교-역삼"));
        RouteView closed = accepted(service.close(OPERATOR, opened.id(), renamed.version()));

        assertThat(closed.closed()).isTrue();
        assertThat(road.traces.facts())
                .containsExactly(
                        new RouteOpened(opened.id(), company, NOW),
                        new RouteChanged(opened.id(), company, NOW),
                        new RouteEnded(opened.id(), company, NOW));
        assertThat(road.traces.deeds())
                .extracting("action")
                .containsExactly("open-route", "rename-route", "close-route");
        assertThat(refused(service.addSlot(OPERATOR, opened.id(), "1호차"))).isEqualTo(new RouteClosed());
        assertThat(refused(service.agreeRate(OPERATOR, opened.id(), NOVEMBER.atDay(1), Money.won(1))))
                .isEqualTo(new RouteClosed());
    }

    @Test
    void what_changes_nothing_leaves_no_trace() {
        Route route = road.givenRoute(company);

        succeeds(service.rename(OPERATOR, route.id(), Version.FIRST, route.name()));

        assertThat(road.traces.deeds()).isEmpty();
    }

    @Test
    void a_slot_is_added_scheduled_and_retired_and_then_the_route_can_be_closed() {
        Route route = road.givenRoute(company);
        Timetable timetable = new Timetable(NOVEMBER.atDay(1), Map.of());

        SlotView added = accepted(service.addSlot(OPERATOR, route.id(), "1호차"));
        assertThat(refused(service.close(OPERATOR, route.id(), Version.FIRST))).isEqualTo(new RouteStillServed(1));
        SlotView scheduled = accepted(service.schedule(OPERATOR, added.id(), added.version(), timetable));
        SlotView retired = accepted(service.retireSlot(OPERATOR, added.id(), scheduled.version()));
        succeeds(service.close(OPERATOR, route.id(), Version.FIRST));

        assertThat(retired.retired()).isTrue();
        assertThat(road.traces.facts())
                .containsExactly(
                        new SlotAdded(added.id(), company, route.id(), NOW),
                        new SlotRescheduled(added.id(), company, NOVEMBER.atDay(1), NOW),
                        new SlotEnded(added.id(), company, NOW),
                        new RouteEnded(route.id(), company, NOW));
    }

    @Test
    void a_slot_that_a_vehicle_serves_is_not_retired() {
        Slot slot = road.givenSlot(road.givenRoute(company));
        VehicleContract contract = road.givenDispatch(slot, road.givenVehicle(company), RouteGround.day(1), null);

        assertThat(refused(service.retireSlot(OPERATOR, slot.id(), Version.FIRST)))
                .isEqualTo(new SlotStillServed(contract.number()));
    }

    @Test
    void a_rate_is_agreed_under_the_next_version_and_once() {
        Route route = road.givenRoute(company);

        Rate first = accepted(service.agreeRate(aSettlementClerk(), route.id(), NOVEMBER.atDay(1), Money.won(45_000)));
        Rate again = accepted(service.agreeRate(aSettlementClerk(), route.id(), NOVEMBER.atDay(1), Money.won(45_000)));
        Rate second = accepted(service.agreeRate(aSettlementClerk(), route.id(), NOVEMBER.atDay(1), Money.won(50_000)));

        assertThat(again).isEqualTo(first);
        assertThat(second.version()).isEqualTo(2);
        assertThat(road.traces.facts())
                .containsExactly(
                        new RateAgreed(route.id(), company, 1, NOVEMBER.atDay(1), NOW),
                        new RateAgreed(route.id(), company, 2, NOVEMBER.atDay(1), NOW));
        assertThat(road.traces.deeds().getLast().before()).containsEntry("won", "45000");
        assertThat(road.traces.deeds().getLast().after()).containsEntry("won", "50000");
    }

    @Test
    void a_stranger_does_not_find_the_route_and_who_does_may_not_change_it() {
        Route route = road.givenRoute(company);
        Caller stranger = anAdminOf(road.givenCompany());

        assertThat(refused(service.rename(stranger, route.id(), Version.FIRST, "x")))
                .isEqualTo(new NotFound(Thing.ROUTE));
        assertThat(refused(service.addSlot(stranger, route.id(), "x"))).isEqualTo(new NotFound(Thing.ROUTE));
        assertThat(refused(service.open(stranger, company, "x"))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.rename(anAdminOf(company), route.id(), Version.FIRST, "x")))
                .isEqualTo(new NotPermitted(Permission.MANAGE_ROUTES));
        assertThat(refused(service.rename(OPERATOR, route.id(), new Version(3), "x")))
                .isEqualTo(new Stale(new Version(3), Version.FIRST));
    }
}
