package io.motorpool.application.route;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aChauffeur;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.route.ReportRuns.News;
import io.motorpool.application.route.ReportRuns.Report;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Price;
import io.motorpool.domain.route.RouteEvent.ChargesCorrected;
import io.motorpool.domain.route.RouteEvent.PricesCaptured;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.NotPossibleForRun;
import io.motorpool.domain.route.RouteRefusal.NotYourRun;
import io.motorpool.domain.route.RouteRefusal.RunStep;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.RunStatus;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsAndPricesTest {

    private static final Caller OPERATOR = anOperator();

    private final ARoad road = new ARoad();
    private final CompanyId company = road.givenCompany();
    private final Slot slot = road.givenService(company, 45_000);

    @Test
    void the_runs_of_the_timetables_are_planned_once_however_often_somebody_plans() {
        var first = accepted(road.planRuns().plan(aTimer(), Optional.empty(), NOVEMBER.atDay(1), NOVEMBER.atDay(30)));
        var again = accepted(road.planRuns().plan(aTimer(), Optional.empty(), NOVEMBER.atDay(1), NOVEMBER.atDay(30)));

        assertThat(first).isEqualTo(new PlanRuns.Report(5, 0, 0));
        assertThat(again).isEqualTo(PlanRuns.Report.NOTHING);
        assertThat(road.traces.deeds()).hasSize(1);
    }

    @Test
    void runs_are_planned_for_two_months_at_most_by_those_who_may() {
        assertThatThrownBy(() -> road.planRuns()
                        .plan(
                                OPERATOR,
                                Optional.of(company),
                                NOVEMBER.atDay(1),
                                NOVEMBER.atDay(1).plusDays(62)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(refused(
                        road.planRuns().plan(anAuditor(), Optional.of(company), NOVEMBER.atDay(1), NOVEMBER.atDay(2))))
                .isEqualTo(new NotPermitted(Permission.PLAN_RUNS));
    }

    @Test
    void runs_of_one_company_are_planned_without_those_of_another() {
        CompanyId other = road.givenCompany();
        Slot theirs = road.givenService(other, 45_000);

        var planned =
                accepted(road.planRuns().plan(OPERATOR, Optional.of(other), NOVEMBER.atDay(1), NOVEMBER.atDay(30)));

        assertThat(planned).isEqualTo(new PlanRuns.Report(5, 0, 0));
        assertThat(road.runs.of(other, NOVEMBER))
                .allMatch(run -> run.plan().slot().equals(theirs.id()));
        assertThat(road.runs.of(company, NOVEMBER)).isEmpty();
        assertThat(refused(road.planRuns()
                        .plan(
                                OPERATOR,
                                Optional.of(new CompanyId(new UUID(0, 9))),
                                NOVEMBER.atDay(1),
                                NOVEMBER.atDay(2))))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void a_run_is_reported_to_leave_and_to_arrive() {
        Versioned<Run> run = road.givenScheduled(slot, day(2));

        RunView left = accepted(report(OPERATOR, run.value(), Version.FIRST, new News.Left(day(2))));
        RunView arrived =
                accepted(report(OPERATOR, run.value(), left.version(), new News.Arrived(day(2).plusSeconds(60))));

        assertThat(left.status()).isEqualTo(RunStatus.IN_PROGRESS);
        assertThat(arrived.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(road.traces.deeds()).hasSize(2);
    }

    @Test
    void of_many_reports_all_are_taken_or_none() {
        Versioned<Run> good = road.givenScheduled(slot, day(2));
        Run.Completed done = road.givenCompleted(slot, day(3));
        News driven = new News.Driven(day(2), day(2).plusSeconds(60));
        List<Report> reports = List.of(
                new Report(OPERATOR, good.value().id(), Version.FIRST, driven),
                new Report(OPERATOR, done.id(), Version.FIRST.next(), new News.Left(day(3))));

        assertThat(refused(road.reportRuns().reportAll(reports)))
                .isEqualTo(new NotPossibleForRun(RunStatus.COMPLETED, RunStep.DEPART));
        assertThat(road.runs.now(good.value().id())).isEqualTo(good.value());
        assertThat(road.traces.deeds()).isEmpty();
        assertThat(accepted(road.reportRuns().reportAll(reports.subList(0, 1)))).hasSize(1);
        assertThat(accepted(road.reportRuns().reportAll(List.of()))).isEmpty();
    }

    @Test
    void a_day_with_thousands_of_runs_is_reported_at_once() {
        List<Run.Scheduled> planned = IntStream.range(0, 10_000)
                .mapToObj(i -> new Run.Scheduled(new RunPlan(
                        new RunId(new UUID(7, i)), company, slot.route(), slot.id(), day(2).plusSeconds(i))))
                .toList();
        var _ = road.runs.addAll(planned).await().indefinitely();

        List<RunView> reported = accepted(road.reportRuns()
                .reportAll(planned.stream()
                        .map(run -> new Report(
                                OPERATOR, run.id(), Version.FIRST, new News.DidNotTakePlace(CancellationCause.WEATHER)))
                        .toList()));

        assertThat(reported).hasSize(10_000).extracting(RunView::status).containsOnly(RunStatus.CANCELLED);
    }

    @Test
    void a_chauffeur_reports_the_runs_they_drive_themselves() {
        VehicleContract contract = road.sheetOf(slot).contracts().getFirst();
        UserId driver = contract.terms().assignment().chauffeur();
        Versioned<Run> run = road.givenScheduled(slot, day(2));

        assertThat(refused(report(
                        aChauffeur(new UserId(new UUID(0, 9))), run.value(), Version.FIRST, new News.Left(day(2)))))
                .isEqualTo(new NotYourRun());
        succeeds(report(aChauffeur(driver), run.value(), Version.FIRST, new News.Left(day(2))));
    }

    @Test
    void who_neither_drives_nor_may_report_is_refused_and_a_stranger_finds_nothing() {
        Versioned<Run> run = road.givenScheduled(slot, day(2));
        News off = new News.DidNotTakePlace(CancellationCause.WEATHER);

        assertThat(refused(report(anAdminOf(company), run.value(), Version.FIRST, off)))
                .isEqualTo(new NotPermitted(Permission.REPORT_RUNS));
        assertThat(refused(report(anAdminOf(road.givenCompany()), run.value(), Version.FIRST, off)))
                .isEqualTo(new NotFound(Thing.RUN));
    }

    @Test
    void a_chauffeur_sees_the_runs_that_they_drive_and_no_others() {
        UserId first = chauffeur(0);
        Versioned<Run> late = road.givenScheduled(slot, day(3).minusSeconds(3_600));
        Versioned<Run> early = road.givenScheduled(slot, day(2));
        VehicleContract _ = road.givenSubstitution(slot, road.givenVehicle(company), day(3), null)
                .issued()
                .getFirst();
        Versioned<Run> after = road.givenScheduled(slot, day(3));
        UserId second = chauffeur(1);
        RouteQueries queries = road.routeQueries();

        assertThat(accepted(queries.ownRuns(aChauffeur(first), NOVEMBER.atDay(2))))
                .extracting(RunView::plan)
                .containsExactly(early.value().plan(), late.value().plan());
        assertThat(accepted(queries.ownRuns(aChauffeur(first), NOVEMBER.atDay(3))))
                .isEmpty();
        assertThat(accepted(queries.ownRuns(aChauffeur(second), NOVEMBER.atDay(3))))
                .extracting(RunView::plan)
                .containsExactly(after.value().plan());
        assertThat(accepted(queries.run(aChauffeur(first), early.value().id())).plan())
                .isEqualTo(early.value().plan());
        assertThat(refused(queries.run(aChauffeur(first), after.value().id()))).isEqualTo(new NotFound(Thing.RUN));
        assertThat(refused(queries.run(aChauffeur(first), new RunId(new UUID(0, 7)))))
                .isEqualTo(new NotFound(Thing.RUN));
        assertThat(refused(queries.ownRuns(OPERATOR, NOVEMBER.atDay(2))))
                .isEqualTo(new NotPermitted(Permission.REPORT_OWN_RUNS));
    }

    private UserId chauffeur(int contract) {
        return road.sheetOf(slot).contracts().get(contract).terms().assignment().chauffeur();
    }

    @Test
    void nobody_reports_that_the_timetable_dropped_a_run_or_that_it_was_reported_by_mistake() {
        assertThatThrownBy(() -> new News.DidNotTakePlace(CancellationCause.TIMETABLE_CHANGED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new News.DidNotTakePlace(CancellationCause.REPORTED_BY_MISTAKE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_run_without_a_rate_or_a_contract_is_listed_as_unpriced_for_its_company_alone() {
        Slot unserved = road.givenSlot(road.givenRoute(company));
        Run.Completed without = road.givenCompleted(unserved, day(2));
        Run.Completed priced = road.givenCompleted(slot, day(2));
        RouteQueries queries = road.routeQueries();
        Page.Request page = Page.Request.first();

        assertThat(accepted(queries.unpriced(anAdminOf(company), company, NOVEMBER, page))
                        .items())
                .containsExactly(new UnpricedRun(without.plan(), UnpricedRun.Lack.CONTRACT));
        assertThat(accepted(queries.unpriced(OPERATOR, company, NOVEMBER.plusMonths(1), page))
                        .items())
                .isEmpty();
        assertThat(refused(queries.unpriced(anAdminOf(road.givenCompany()), company, NOVEMBER, page)))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(priced.plan().company()).isEqualTo(company);
    }

    @Test
    void a_run_that_was_reported_by_mistake_takes_its_charge_with_it() {
        Run.Completed run = road.givenCompleted(slot, day(2));
        long _ = road.givenCaptured(company);

        succeeds(report(OPERATOR, run, Version.FIRST.next(), new News.ReportedByMistake()));

        assertThat(road.result(() -> road.charges.standing(run.id()))).isEmpty();
        assertThat(road.traces.facts()).contains(new ChargesCorrected(slot.id(), company, 1, RouteGround.DECEMBER_5TH));
    }

    @Test
    void nothing_is_reported_or_captured_in_a_confirmed_month() {
        Versioned<Run> open = road.givenScheduled(slot, day(2));
        Run.Completed _ = road.givenCompleted(slot, day(3));
        var _ = road.givenConfirmed(road.aHead(company, new Purpose.Bill(1)));

        assertThat(refused(report(OPERATOR, open.value(), Version.FIRST, new News.Left(day(2)))))
                .isEqualTo(new MonthClosed(NOVEMBER));
        assertThat(accepted(road.capturePrices().capture(aTimer(), Optional.empty(), NOVEMBER))
                        .runs())
                .isZero();
    }

    @Test
    void prices_are_captured_for_every_company_or_for_one_and_it_is_told_once() {
        Run.Completed _ = road.givenCompleted(slot, day(2));
        Slot foreign = road.givenService(road.givenCompany(), 50_000);
        Run.Completed _ = road.givenCompleted(foreign, day(2));

        assertThat(accepted(road.capturePrices().capture(OPERATOR, Optional.of(company), NOVEMBER))
                        .runs())
                .isEqualTo(1);
        assertThat(accepted(road.capturePrices().capture(aTimer(), Optional.empty(), NOVEMBER))
                        .runs())
                .isEqualTo(1);
        assertThat(accepted(road.capturePrices().capture(aTimer(), Optional.empty(), NOVEMBER))
                        .runs())
                .isZero();
        assertThat(road.traces.facts())
                .containsExactly(
                        new PricesCaptured(company, NOVEMBER, 1, RouteGround.DECEMBER_5TH),
                        new PricesCaptured(foreign.company(), NOVEMBER, 1, RouteGround.DECEMBER_5TH));
        assertThat(refused(road.capturePrices().capture(anAuditor(), Optional.empty(), NOVEMBER)))
                .isEqualTo(new NotPermitted(Permission.CAPTURE_PRICES));
    }

    @Test
    void the_drift_report_says_what_a_later_rate_would_have_changed() {
        Run.Completed run = road.givenCompleted(slot, day(2));
        long _ = road.givenCaptured(company);
        var _ = road.givenRate(road.routes.now(slot.route()), NOVEMBER.atDay(1), 50_000);

        assertThat(accepted(road.routeQueries().drift(anAuditor(), slot.route(), NOVEMBER)))
                .containsExactly(new Drift(
                        run.id(), NOVEMBER.atDay(2), new Price(1, Money.won(45_000)), new Price(2, Money.won(50_000))));
    }

    @Test
    void a_company_sees_its_own_routes_slots_contracts_rates_and_runs_and_no_strangers() {
        Caller own = anAdminOf(company);
        Caller stranger = anAdminOf(road.givenCompany());
        Versioned<Run> run = road.givenScheduled(slot, day(2));
        RouteQueries queries = road.routeQueries();
        Page.Request page = Page.Request.first();

        assertThat(accepted(queries.route(own, slot.route())).id()).isEqualTo(slot.route());
        assertThat(accepted(queries.routes(own, company, page)).items()).hasSize(1);
        assertThat(accepted(queries.rates(own, slot.route()))).hasSize(1);
        assertThat(accepted(queries.slot(own, slot.id())).id()).isEqualTo(slot.id());
        assertThat(accepted(queries.slots(own, slot.route(), page)).items()).hasSize(1);
        assertThat(accepted(queries.contracts(own, slot.id()))).hasSize(1);
        VehicleContract contract = road.sheetOf(slot).contracts().getFirst();
        assertThat(accepted(queries.contract(own, contract.number())).id()).isEqualTo(contract.id());
        assertThat(refused(queries.contract(stranger, contract.number())))
                .isEqualTo(new NotFound(Thing.VEHICLE_CONTRACT));
        assertThat(accepted(queries.run(own, run.value().id())).plan())
                .isEqualTo(run.value().plan());
        assertThat(accepted(queries.runs(own, Optional.empty(), NOVEMBER.atDay(2), page))
                        .items())
                .hasSize(1);

        assertThat(refused(queries.route(stranger, slot.route()))).isEqualTo(new NotFound(Thing.ROUTE));
        assertThat(refused(queries.routes(stranger, company, page))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(queries.slot(stranger, slot.id()))).isEqualTo(new NotFound(Thing.SLOT));
        assertThat(refused(queries.run(stranger, run.value().id()))).isEqualTo(new NotFound(Thing.RUN));
        assertThat(accepted(queries.runs(stranger, Optional.of(company), NOVEMBER.atDay(2), page))
                        .items())
                .isEmpty();
    }

    private Uni<Decision<RunView, Refusal>> report(Caller caller, Run run, Version seen, News news) {
        return road.reportRuns().report(new Report(caller, run.id(), seen, news));
    }
}
