package io.motorpool.application.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aSettlementApprover;
import static io.motorpool.application.shared.Callers.aSettlementClerk;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.settlement.SettlementJob.Item;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.shared.CompanyId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PressSettlementServiceTest {

    private static final Caller APPROVER = aSettlementApprover();

    private final AnOffice office = new AnOffice();
    private final ARoad road = office.road;
    private final PressSettlement service = office.pressSettlement();

    @Test
    void one_press_captures_calculates_confirms_and_lets_the_erp_hear_of_it() {
        CompanyId company = givenGood();

        SettlementJob pressed = accepted(service.press(APPROVER, NOVEMBER, List.of(company)));
        assertThat(pressed.waiting()).isEqualTo(1);
        workOff();

        Outcome outcome = outcomes(pressed).getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        SettlementView posted =
                accepted(office.postSettlements().postNext(aTimer())).orElseThrow();
        assertThat(posted.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(new Outcome.Confirmed(posted.head().id())).isEqualTo(outcome);
    }

    @Test
    void the_good_ones_are_confirmed_the_rest_is_reported_and_a_rerun_touches_only_those() {
        CompanyId good = givenGood();
        CompanyId bad = road.givenCompany();
        road.givenAccount(bad);
        var slot = road.givenService(bad, 45_000);
        var open = road.givenScheduled(slot, day(2));
        var _ = road.givenCompleted(slot, day(3));

        SettlementJob first = accepted(service.press(APPROVER, NOVEMBER, List.of(good, bad)));
        workOff();
        assertThat(outcomes(first).getFirst()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(outcomes(first).getLast()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("settlement-blocked");
            assertThat(refused.facts())
                    .containsEntry("blockers", "RUNS_STILL_OPEN")
                    .containsEntry("remedies", "REPORT_OR_CANCEL_THE_RUNS");
        });

        var _ = road.result(() -> road.runs.saveAll(List.of(open.with(
                new Run.Cancelled(open.value().plan(), Run.CancellationCause.WEATHER, road.clock.instant())))));
        SettlementJob second = accepted(service.press(APPROVER, NOVEMBER, List.of(good, bad)));
        workOff();

        assertThat(outcomes(second)).hasOnlyElementsOfType(Outcome.Confirmed.class);
        assertThat(outcomes(second).getFirst()).isEqualTo(outcomes(first).getFirst());
        assertThat(road.result(() -> road.snapshots.chain(good)).kept()).hasSize(1);
    }

    @Test
    void a_job_whose_worker_died_is_taken_up_again_and_settles_nothing_twice() {
        CompanyId company = givenGood();
        SettlementJob job = accepted(service.press(APPROVER, NOVEMBER, List.of(company)));
        var _ = road.result(() -> road.jobs.claim(road.clock.instant(), PressSettlementService.LEASE));
        SettlementView calculated = accepted(office.settleMonth().calculate(APPROVER, company, NOVEMBER));
        assertThat(calculated.status()).isEqualTo(SettlementStatus.CALCULATED);

        assertThat(accepted(service.workOn(aTimer()))).isFalse();
        road.clock.move(Duration.ofMinutes(2));
        workOff();

        assertThat(outcomes(job))
                .containsExactly(new Outcome.Confirmed(calculated.head().id()));
    }

    @Test
    void a_job_is_pressed_by_who_may_confirm_for_companies_they_reach_and_watched_by_who_may_read() {
        CompanyId company = road.givenCompany();
        SettlementJob job = accepted(service.press(APPROVER, NOVEMBER, List.of(company, company)));

        assertThat(job.items()).containsExactly(new Item(company, new Outcome.Waiting()));
        assertThat(accepted(service.watch(anAuditor(), job.id()))).isEqualTo(job);
        assertThat(refused(service.watch(APPROVER, new JobId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.SETTLEMENT_JOB));
        assertThat(refused(service.press(aSettlementClerk(), NOVEMBER, List.of(company))))
                .isEqualTo(new NotPermitted(Permission.CONFIRM_SETTLEMENTS));
        assertThat(refused(service.press(anAdminOf(company), NOVEMBER, List.of(road.givenCompany()))))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.press(APPROVER, NOVEMBER, List.of(company, new CompanyId(Ids.next())))))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.workOn(anAuditor()))).isEqualTo(new NotPermitted(Permission.POST_SETTLEMENTS));
    }

    @Test
    void all_companies_are_those_that_have_something_to_settle() {
        CompanyId good = givenGood();
        CompanyId idle = road.givenCompany();
        CompanyId unpriced = road.givenCompany();
        var _ = road.givenScheduled(road.givenSlot(road.givenRoute(unpriced)), day(2));

        SettlementJob job = accepted(service.pressAll(APPROVER, NOVEMBER));
        workOff();

        assertThat(job.items())
                .extracting(Item::company)
                .containsOnly(good, unpriced)
                .doesNotContain(idle);
        assertThat(outcomes(job))
                .hasAtLeastOneElementOfType(Outcome.Confirmed.class)
                .hasAtLeastOneElementOfType(Outcome.Refused.class);
        assertThat(accepted(service.pressAll(APPROVER, NOVEMBER.plusMonths(1))).isDone())
                .isTrue();
        assertThat(refused(service.pressAll(aSettlementClerk(), NOVEMBER)))
                .isEqualTo(new NotPermitted(Permission.CONFIRM_SETTLEMENTS));
    }

    @Test
    void there_may_be_more_companies_than_fit_on_a_page() {
        List<CompanyId> all =
                Stream.generate(this::givenGood).limit(Page.Request.LARGEST + 1).toList();

        assertThat(accepted(service.pressAll(APPROVER, NOVEMBER)).items())
                .extracting(Item::company)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private CompanyId givenGood() {
        CompanyId company = road.givenCompany();
        road.givenAccount(company);
        var slot = road.givenService(company, 45_000);
        var _ = road.givenCompleted(slot, day(2));
        return company;
    }

    private void workOff() {
        while (accepted(service.workOn(aTimer()))) {
            assertThat(road.traces.deeds()).isNotNull();
        }
    }

    private List<Outcome> outcomes(SettlementJob job) {
        return accepted(service.watch(APPROVER, job.id())).items().stream()
                .map(Item::outcome)
                .toList();
    }
}
