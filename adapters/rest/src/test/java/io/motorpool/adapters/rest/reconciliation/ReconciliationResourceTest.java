package io.motorpool.adapters.rest.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.aNumber;
import static io.motorpool.application.reconciliation.LegacyFixtures.created;
import static io.motorpool.application.reconciliation.LegacyFixtures.hours;
import static io.motorpool.application.reconciliation.LegacyFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.reconciliation.DifferenceRulesResource.ExplainBody;
import io.motorpool.adapters.rest.reconciliation.DifferenceRulesResource.RuleBody;
import io.motorpool.adapters.rest.reconciliation.ReconciliationChoresResource.ReplayedBody;
import io.motorpool.adapters.rest.reconciliation.ReconciliationChoresResource.RoundBody;
import io.motorpool.adapters.rest.reconciliation.ReconciliationResource.GateBody;
import io.motorpool.adapters.rest.reconciliation.ReconciliationResource.TestBody;
import io.motorpool.adapters.rest.reconciliation.ReconciliationResource.UndecodableBody;
import io.motorpool.adapters.rest.reconciliation.ReportBody.GroupBody;
import io.motorpool.adapters.rest.reconciliation.ReportBody.TotalBody;
import io.motorpool.application.reconciliation.ALegacySystem;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two bookings of one vehicle at one time, of which Motorpool would have refused the second. */
class ReconciliationResourceTest {

    private static final String SIGNATURE = "DECISION_DIFF RESERVE VehicleTaken";
    private static final String LATER = "2027-06-30T23:59:59+09:00";

    private final ALegacySystem legacy = new ALegacySystem();
    private final KnownCaller caller = new KnownCaller(Callers.anOperator());
    private final ReconciliationResource resource = new ReconciliationResource(legacy.queries, caller);
    private final ReconciliationChoresResource chores = new ReconciliationChoresResource(legacy.compare, caller);
    private final DifferenceRulesResource rules = new DifferenceRulesResource(legacy.explain, caller);
    private final LegacyNumber first = aNumber();
    private final LegacyNumber second = aNumber();
    private final CompanyId company = legacy.givenCompany();
    private final VehicleId vehicle = legacy.givenVehicle(company);
    private final ChangeEvent booked =
            created(first, waiting(company, vehicle, legacy.givenDriver(company), hours(9, 11)));
    private final ChangeEvent doubled =
            created(second, waiting(company, vehicle, legacy.givenDriver(company), hours(10, 12)));

    @Test
    void the_report_tells_totals_the_trend_and_samples_of_what_differs() {
        givenCompared();

        ReportBody report = read(() -> resource.report(null), ReportBody.class);

        assertThat(report.totals()).containsExactly(new TotalBody(Kind.MATCH, 1), new TotalBody(Kind.DECISION_DIFF, 1));
        assertThat(report.trend()).hasSize(1);
        assertThat(report.waiting()).isZero();
        assertThat(report.undecodable()).isEqualTo(1);
        assertThat(report.groups()).singleElement().satisfies((GroupBody group) -> {
            assertThat(group.signature()).isEqualTo(SIGNATURE);
            assertThat(group.samples()).extracting(VerdictBody::number).containsExactly(second.value());
        });
    }

    @Test
    void a_verdict_is_read_and_explained_and_unexplained_again() {
        givenCompared();
        assertThat(verdict(second).kind()).isEqualTo(Kind.DECISION_DIFF);
        assertThat(verdict(second).decision()).isNotNull();

        RuleBody rule =
                read(() -> rules.explain(new ExplainBody(SIGNATURE, "구 시스템은 겹침을 막지 않는다", LATER)), RuleBody.class);
        assertThat(verdict(second).kind()).isEqualTo(Kind.KNOWN_DIFFERENCE);
        assertThat(verdict(second).rules()).containsExactly(rule.id());
        assertThat(verdict(second).signature()).isEqualTo(SIGNATURE);

        legacy.clock.move(java.time.Duration.ofMinutes(1));
        var _ = read(() -> rules.withdraw(rule.id().toString()), RuleBody.class);
        assertThat(verdict(second).kind()).isEqualTo(Kind.DECISION_DIFF);
        assertThat(items(() -> rules.list())).hasSize(1);
    }

    @Test
    void the_gate_says_what_keeps_it_shut() {
        givenCompared();

        GateBody gate = read(() -> resource.gate("7", "100"), GateBody.class);

        assertThat(gate.open()).isFalse();
        assertThat(gate.obstacles())
                .extracting(ObstacleBody::kind)
                .containsExactly(
                        ObstacleBody.Kind.UNEXPLAINED_DIFFERENCES,
                        ObstacleBody.Kind.SECONDS_TO_WATCH,
                        ObstacleBody.Kind.EVENTS_TO_HEAR);
    }

    @Test
    void a_difference_is_told_as_its_shortest_history_and_as_a_test() {
        givenCompared();

        assertThat(items(() -> resource.shortestHistory(second.value()))).hasSize(2);
        assertThat(read(() -> resource.regressionTest(second.value()), TestBody.class)
                        .source())
                .contains("class Legacy_");
        assertThat(Responses.problem(() -> resource.regressionTest(first.value())))
                .isEqualTo("409 nothing-differs");
        assertThat(Responses.problem(() -> resource.verdict("nobody"))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.verdict(" "))).isEqualTo("404 not-found");
    }

    @Test
    void what_nobody_understood_is_shown_no_longer_than_people_read() {
        givenCompared();

        assertThat(items(() -> resource.undecodable()))
                .singleElement()
                .isInstanceOfSatisfying(UndecodableBody.class, message -> {
                    assertThat(message.source()).isEqualTo("legacy-0@1");
                    assertThat(message.raw()).hasSize(Raw.SHOWN);
                });
    }

    @Test
    void everything_from_a_place_on_is_compared_again() {
        givenCompared();
        PositionBody from = PositionBody.of(booked.position());

        assertThat(read(() -> chores.replay(from), ReplayedBody.class)).isEqualTo(new ReplayedBody(2));
        assertThat(read(() -> chores.compareUpTo(PositionBody.of(doubled.position())), RoundBody.class)
                        .reservations())
                .isEqualTo(2);
        assertThat(read(() -> chores.compareQuiet(), RoundBody.class)).isEqualTo(new RoundBody(0, List.of(), false));
    }

    @Test
    void what_is_wrong_is_named() {
        assertThat(Responses.wrongFields(() -> resource.report("366"))).containsExactly("days");
        assertThat(Responses.wrongFields(() -> resource.gate("0", "x"))).containsExactly("days", "events");
        assertThat(Responses.wrongFields(() -> chores.replay(new PositionBody(-1L, null))))
                .containsExactly("log", "order");
        assertThat(Responses.wrongFields(() -> rules.explain(new ExplainBody("DECISION_DIFF JUMP X", "", "tomorrow"))))
                .containsExactly("about", "note", "until");
        assertThat(Responses.problem(() -> rules.explain(new ExplainBody(SIGNATURE, "이유", "2020-01-01T00:00:00Z"))))
                .isEqualTo("422 rule-is-over");
        assertThat(Responses.problem(() -> rules.withdraw(UUID.randomUUID().toString())))
                .isEqualTo("404 not-found");
    }

    @Test
    void an_auditor_reads_and_changes_nothing_and_a_company_sees_nothing() {
        caller.becomes(Callers.anAuditor());
        assertThat(Responses.of(() -> resource.report(null)).getStatus()).isEqualTo(200);
        assertThat(Responses.problem(() -> rules.explain(new ExplainBody(SIGNATURE, "이유", LATER))))
                .isEqualTo("403 not-permitted");
        assertThat(Responses.problem(() -> chores.compareQuiet())).isEqualTo("403 not-permitted");

        caller.becomes(Callers.anAdminOf(company));
        assertThat(Responses.problem(() -> resource.report(null))).isEqualTo("403 not-permitted");
        assertThat(Responses.problem(() -> resource.verdict(second.value()))).isEqualTo("403 not-permitted");
        assertThat(Responses.problem(() -> rules.list())).isEqualTo("403 not-permitted");
    }

    private void givenCompared() {
        var _ = legacy.observe
                .observe(
                        Callers.aTimer(),
                        List.of(
                                new LegacyMessage.Changed(booked),
                                new LegacyMessage.Changed(doubled),
                                new LegacyMessage.Undecodable("legacy-0@1", "가".repeat(Raw.SHOWN + 1), "no JSON")))
                .await()
                .indefinitely();
        var _ = legacy.compare
                .compareUpTo(Callers.aTimer(), doubled.position())
                .await()
                .indefinitely();
    }

    private VerdictBody verdict(LegacyNumber number) {
        return read(() -> resource.verdict(number.value()), VerdictBody.class);
    }

    private static List<?> items(Supplier<Uni<Response>> call) {
        return read(call, PageBody.class).items();
    }

    private static <T> T read(Supplier<Uni<Response>> call, Class<T> type) {
        @Nullable Object body = Responses.of(call).getEntity();
        assertThat(body).isInstanceOf(type);
        return type.cast(body);
    }
}
