package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.route.PricesResource.DriftBody;
import io.motorpool.adapters.rest.route.PricesResource.PriceBody;
import io.motorpool.adapters.rest.route.PricesResource.UnpricedBody;
import io.motorpool.adapters.rest.route.RouteChoresResource.CaptureBody;
import io.motorpool.adapters.rest.route.RouteChoresResource.CapturedBody;
import io.motorpool.adapters.rest.route.RouteChoresResource.PlanBody;
import io.motorpool.adapters.rest.route.RouteChoresResource.PlannedBody;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.route.UnpricedRun;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.VehicleContract;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesResourceTest {

    private static final Paging ALL = new Paging(null, null);
    private static final String NOVEMBER = "2026-11";

    private final RoadResources given = new RoadResources();
    private final PricesResource resource = given.prices;
    private final RouteChoresResource chores = given.chores;
    private final String company = given.company.toString();
    private final String route = given.slot.route().toString();
    private final Route stored = Route.open(given.slot.route(), given.company, "판교-강남 출근");

    @Test
    void the_runs_of_a_timetable_are_planned_on_demand_and_once() {
        PlanBody week = new PlanBody(company, "2026-12-06", "2026-12-12");

        assertThat(Responses.of(() -> chores.plan(week)).getEntity()).isEqualTo(new PlannedBody(1, 0, 0));
        assertThat(Responses.of(() -> chores.plan(week)).getEntity()).isEqualTo(new PlannedBody(0, 0, 0));
    }

    @Test
    void days_that_are_too_many_or_in_the_wrong_order_are_the_callers_mistake() {
        assertThat(Responses.wrongFields(() -> chores.plan(new PlanBody(company, "2026-12-02", "2026-12-01"))))
                .containsExactly("until");
        assertThat(Responses.wrongFields(() -> chores.plan(new PlanBody(company, "2026-12-01", "2027-02-01"))))
                .containsExactly("until");
        assertThat(Responses.wrongFields(() -> chores.plan(new PlanBody("1", null, "soon"))))
                .containsExactly("company", "from", "until");
        assertThat(Responses.wrongFields(() -> chores.capture(new CaptureBody("11/2026", "1"))))
                .containsExactly("company", "month");
    }

    @Test
    void a_run_without_a_contract_or_a_rate_is_unpriced_until_both_are_there() {
        Run.Completed run = given.road.givenCompleted(given.slot, RouteGround.day(2));

        assertThat(captured()).isEqualTo(new CapturedBody(0, List.of()));
        assertThat(unpriced()).isEqualTo(new PageBody<>(List.of(lacking(run, UnpricedRun.Lack.CONTRACT)), null));
        VehicleContract _ = given.road.givenDispatch(given.slot, given.vehicle, RouteGround.day(1), null);
        assertThat(unpriced()).isEqualTo(new PageBody<>(List.of(lacking(run, UnpricedRun.Lack.RATE)), null));
        var _ = given.road.givenRate(stored, RouteGround.NOVEMBER.atDay(1), 45_000);
        assertThat(unpriced().items()).isEmpty();
        assertThat(captured()).isEqualTo(new CapturedBody(1, List.of()));
        assertThat(captured()).isEqualTo(new CapturedBody(0, List.of()));
    }

    @Test
    void a_later_rate_shows_in_the_drift_report_and_moves_nothing() {
        VehicleContract _ = given.road.givenDispatch(given.slot, given.vehicle, RouteGround.day(1), null);
        var _ = given.road.givenRate(stored, RouteGround.NOVEMBER.atDay(1), 45_000);
        Run.Completed run = given.road.givenCompleted(given.slot, RouteGround.day(2));
        assertThat(captured()).isEqualTo(new CapturedBody(1, List.of()));

        assertThat(drift().items()).isEmpty();
        var _ = given.road.givenRate(stored, RouteGround.NOVEMBER.atDay(1), 50_000);

        assertThat(drift())
                .isEqualTo(new PageBody<>(
                        List.of(new DriftBody(
                                run.id().value(),
                                LocalDate.of(2026, 11, 2),
                                new PriceBody(1, 45_000),
                                new PriceBody(2, 50_000))),
                        null));
        assertThat(captured()).isEqualTo(new CapturedBody(0, List.of()));
    }

    @Test
    void a_month_is_named_as_it_is_written() {
        assertThat(Responses.wrongFields(() -> resource.drift(route, "2026-13")))
                .containsExactly("month");
        assertThat(Responses.wrongFields(() -> resource.drift(route, null))).containsExactly("month");
        assertThat(Responses.wrongFields(() -> resource.unpriced(company, "November", new Paging(null, "101"))))
                .containsExactly("month", "limit");
    }

    @Test
    void prices_of_another_company_are_not_there() {
        given.strangerAsks();

        assertThat(Responses.problem(() -> resource.drift(route, NOVEMBER))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.unpriced(company, NOVEMBER, ALL)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> chores.capture(new CaptureBody(NOVEMBER, company))))
                .isEqualTo("404 not-found");
    }

    @Test
    void who_may_not_act_for_the_timer_is_told_so() {
        given.caller.becomes(Callers.anAuditor());

        assertThat(Responses.problem(() -> chores.plan(new PlanBody(company, "2026-12-01", "2026-12-01"))))
                .isEqualTo("403 not-permitted");
        assertThat(Responses.problem(() -> chores.capture(new CaptureBody(NOVEMBER, null))))
                .isEqualTo("403 not-permitted");
        assertThat(Responses.problem(chores::register)).isEqualTo("403 not-permitted");
    }

    private static UnpricedBody lacking(Run run, UnpricedRun.Lack lack) {
        return UnpricedBody.of(new UnpricedRun(run.plan(), lack));
    }

    private Object captured() {
        return Responses.of(() -> chores.capture(new CaptureBody(NOVEMBER, company)))
                .getEntity();
    }

    private PageBody<?> unpriced() {
        return (PageBody<?>)
                Responses.of(() -> resource.unpriced(company, NOVEMBER, ALL)).getEntity();
    }

    private PageBody<?> drift() {
        return (PageBody<?>) Responses.of(() -> resource.drift(route, NOVEMBER)).getEntity();
    }
}
