package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementResources.CLERK;
import static io.motorpool.adapters.rest.settlement.SettlementResources.MONTH;
import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.rest.EventStream;
import io.motorpool.adapters.rest.RefusedException;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.settlement.SettlementJobBody.State;
import io.motorpool.adapters.rest.settlement.SettlementJobsResource.PressBody;
import io.motorpool.adapters.rest.settlement.SettlementJobsResource.PressEveryBody;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlementJobsResourceTest {

    private final SettlementResources given = new SettlementResources();
    private final SettlementJobsResource resource = given.jobs;

    @Test
    void one_press_answers_at_once_with_a_job_that_can_be_looked_at() {
        var _ = given.givenDrivenMonth();

        Response pressed = press("k", given.id());
        String id = id(pressed);
        SettlementJobBody waiting = job(id);
        given.workOff();
        Response done = Responses.of(() -> resource.one(id));

        assertThat(pressed.getStatus()).isEqualTo(201);
        assertThat(pressed.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(waiting.progress().waiting()).isEqualTo(1);
        assertThat(waiting.progress().done()).isFalse();
        assertThat(done.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(((SettlementJobBody) done.getEntity()).companies())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.state()).isEqualTo(State.CONFIRMED);
                    assertThat(item.settlement()).isNotNull();
                });
    }

    @Test
    void the_good_ones_are_confirmed_the_rest_says_why_and_a_rerun_is_a_press_like_the_first() {
        var _ = given.givenDrivenMonth();
        CompanyId idle = given.road.givenCompany();

        SettlementJobBody first = pressedAndDone("k1", given.id(), idle.toString());
        SettlementJobBody second = pressedAndDone("k2", given.id(), idle.toString());

        assertThat(first.progress().confirmed()).isEqualTo(1);
        assertThat(first.progress().refused()).isEqualTo(1);
        assertThat(first.companies().getLast().code()).isEqualTo("settlement-blocked");
        assertThat(first.companies().getLast().facts()).containsKeys("blockers", "remedies");
        assertThat(second.companies()).isEqualTo(first.companies());
    }

    @Test
    void the_same_press_is_one_job() {
        assertThat(id(press("k", given.id()))).isEqualTo(id(press("k", given.id())));
        assertThat(Responses.problem(() -> resource.press("k", new PressBody("2026-10", List.of(given.id())))))
                .isEqualTo("422 idempotency-key-reused");
        assertThat(Responses.problem(() -> resource.press(null, new PressBody(MONTH, List.of(given.id())))))
                .isEqualTo("400 idempotency-key-required");
    }

    @Test
    void every_company_that_has_anything_to_settle_can_be_pressed_for_at_once() {
        var _ = given.givenDrivenMonth();
        CompanyId _ = given.road.givenCompany();

        Response pressed = Responses.of(() -> resource.pressEvery("k", new PressEveryBody(MONTH)));

        assertThat(pressed.getStatus()).isEqualTo(201);
        assertThat(job(id(pressed)).companies())
                .extracting(SettlementJobBody.ItemBody::company)
                .containsExactly(given.company.value());
        assertThat(Responses.wrongFields(() -> resource.pressEvery("k2", new PressEveryBody("soon"))))
                .containsExactly("month");
    }

    @Test
    void every_field_that_is_wrong_is_named() {
        String id = given.id();

        assertThat(wrong(new PressBody(null, null))).containsExactly("month", "companies");
        assertThat(wrong(new PressBody(MONTH, List.of()))).containsExactly("companies");
        assertThat(wrong(new PressBody(MONTH, List.of(id, id)))).containsExactly("companies");
        assertThat(wrong(new PressBody(MONTH, Arrays.asList(id, null, "x"))))
                .containsExactly("companies[1]", "companies[2]");
        assertThat(wrong(new PressBody(MONTH, Collections.nCopies(1_001, id)))).containsExactly("companies");
    }

    @Test
    void a_press_is_an_approvers_and_a_job_is_there_for_whoever_may_read() {
        String id = id(press("k", given.id()));
        given.caller.becomes(CLERK);

        assertThat(Responses.of(() -> resource.one(id)).getStatus()).isEqualTo(200);
        assertThat(Responses.problem(() -> resource.press("k", new PressBody(MONTH, List.of(given.id())))))
                .isEqualTo("403 not-permitted");
        given.caller.becomes(Callers.anAdminOf(given.company));
        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("403 not-permitted");
        given.caller.becomes(CLERK);
        assertThat(Responses.problem(() -> resource.one(Ids.next().toString()))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.one("1"))).isEqualTo("404 not-found");
    }

    @Test
    void a_watcher_sees_every_company_once_and_the_end() {
        var _ = given.givenDrivenMonth();
        List<String> companies = Stream.concat(
                        Stream.of(given.id()),
                        Stream.generate(() -> given.road.givenCompany().toString()))
                .limit(3)
                .toList();
        SettlementJob pressed = given.road
                .result(() -> given.press.press(
                        SettlementResources.APPROVER,
                        NOVEMBER,
                        companies.stream()
                                .map(UUID::fromString)
                                .map(CompanyId::new)
                                .toList()))
                .fold(job -> job, refusal -> {
                    throw new AssertionError(refusal);
                });

        List<JobEventBody> events = new ArrayList<>();
        JobEvents.of(
                        () -> given.press
                                .watch(SettlementResources.APPROVER, pressed.id())
                                .call(() -> given.press.workOn(Callers.aTimer())),
                        Duration.ofMillis(5))
                .subscribe()
                .asStream()
                .forEach(events::add);

        assertThat(events).hasSize(4);
        assertThat(events.getFirst().settled()).isEmpty();
        assertThat(events.stream().flatMap(event -> event.settled().stream()))
                .extracting(SettlementJobBody.ItemBody::company)
                .extracting(UUID::toString)
                .containsExactlyElementsOf(companies);
        assertThat(events.getLast().progress().done()).isTrue();
        assertThat(events).filteredOn(event -> event.progress().done()).hasSize(1);
    }

    @Test
    void a_job_that_was_done_before_is_told_whole_in_one_event() {
        var _ = given.givenDrivenMonth();
        SettlementJobBody done = pressedAndDone("k", given.id());

        List<?> events = events(done.id().toString()).collect().asList().await().atMost(Duration.ofSeconds(5));

        assertThat(events).isEqualTo(List.of(new JobEventBody(done.progress(), done.companies())));
    }

    @Test
    void a_job_that_is_not_there_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() ->
                        events(Ids.next().toString()).collect().asList().await().indefinitely())
                .isInstanceOf(RefusedException.class);
    }

    private Multi<?> events(String job) {
        return ((EventStream) Responses.of(() -> resource.watch(job)).getEntity()).events();
    }

    private Response press(String key, String... companies) {
        return Responses.of(() -> resource.press(key, new PressBody(MONTH, List.of(companies))));
    }

    private SettlementJobBody pressedAndDone(String key, String... companies) {
        String id = id(press(key, companies));
        given.workOff();
        return job(id);
    }

    private SettlementJobBody job(String id) {
        return (SettlementJobBody) Responses.of(() -> resource.one(id)).getEntity();
    }

    private static String id(Response pressed) {
        return pressed.getHeaderString("Location").substring("/api/v1/settlement-jobs/".length());
    }

    private List<String> wrong(PressBody body) {
        return Responses.wrongFields(() -> resource.press("k", body));
    }
}
