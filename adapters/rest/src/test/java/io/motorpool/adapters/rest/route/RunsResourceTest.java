package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.route.RunsResource.ArrivedBody;
import io.motorpool.adapters.rest.route.RunsResource.CancelledBody;
import io.motorpool.adapters.rest.route.RunsResource.DrivenBody;
import io.motorpool.adapters.rest.route.RunsResource.LeftBody;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunStatus;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.shared.UserId;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunsResourceTest {

    private static final Paging ALL = new Paging(null, null);
    private static final String SECOND = "2026-11-02";
    private static final Instant DEPARTURE = RouteGround.day(2);
    private static final String LEFT = "2026-11-02T00:05:00+09:00";
    private static final String ARRIVED = "2026-11-02T00:55:00+09:00";

    private final RoadResources given = new RoadResources();
    private final RunsResource resource = given.runs;
    private final VehicleContract contract =
            given.road.givenDispatch(given.slot, given.vehicle, RouteGround.day(1), null);
    private final Run run = given.road.givenScheduled(given.slot, DEPARTURE).value();
    private final String id = run.id().toString();

    @Test
    void the_runs_of_a_service_date_are_listed_for_every_company_or_one() {
        RunBody expected = new RunBody(
                run.id().value(),
                given.company.value(),
                given.slot.route().value(),
                given.slot.id().value(),
                DEPARTURE,
                LocalDate.of(2026, 11, 2),
                RunStatus.SCHEDULED,
                null,
                null,
                null);

        assertThat(list(null, SECOND)).isEqualTo(new PageBody<>(List.of(expected), null));
        assertThat(list(given.company.toString(), SECOND).items()).hasSize(1);
        assertThat(list(given.road.givenCompany().toString(), SECOND).items()).isEmpty();
        assertThat(list(null, "2026-11-03").items()).isEmpty();
        Response one = Responses.of(() -> resource.one(id));
        assertThat(one.getEntity()).isEqualTo(expected);
        assertThat(one.getHeaderString("ETag")).isEqualTo("\"0\"");
    }

    @Test
    void what_is_asked_for_wrongly_is_named_at_once() {
        assertThat(Responses.wrongFields(() -> resource.list("1", "yesterday", new Paging(null, "0"))))
                .containsExactly("company", "serviceDate", "limit");
        assertThat(Responses.wrongFields(() -> resource.own(null))).containsExactly("serviceDate");
        assertThat(Responses.wrongFields(() -> resource.left(id, "\"0\"", new LeftBody("now"))))
                .containsExactly("left");
        assertThat(Responses.wrongFields(() -> resource.arrived(id, "\"0\"", new ArrivedBody(null))))
                .containsExactly("arrived");
        assertThat(Responses.wrongFields(() -> resource.driven(id, "\"0\"", new DrivenBody(null, "later"))))
                .containsExactly("left", "arrived");
        assertThat(Responses.wrongFields(() -> resource.cancelled(id, "\"0\"", new CancelledBody("TIMETABLE_CHANGED"))))
                .containsExactly("cause");
    }

    @Test
    void a_run_leaves_and_arrives() {
        Response left = Responses.of(() -> resource.left(id, "\"0\"", new LeftBody(LEFT)));
        Response arrived = Responses.of(() -> resource.arrived(id, "\"1\"", new ArrivedBody(ARRIVED)));

        assertThat(((RunBody) left.getEntity()).status()).isEqualTo(RunStatus.IN_PROGRESS);
        assertThat(((RunBody) arrived.getEntity()).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(arrived.getHeaderString("ETag")).isEqualTo("\"2\"");
        assertThat(Responses.problem(() -> resource.left(id, "\"2\"", new LeftBody(LEFT))))
                .isEqualTo("409 not-possible-for-run");
    }

    @Test
    void a_run_is_completed_at_once_and_annulled_when_that_was_a_mistake() {
        Response driven = Responses.of(() -> resource.driven(id, "\"0\"", new DrivenBody(LEFT, ARRIVED)));
        Response annulled = Responses.of(() -> resource.annulled(id, "\"1\""));

        assertThat(((RunBody) driven.getEntity()).arrived()).isEqualTo(Instant.parse("2026-11-01T15:55:00Z"));
        assertThat(((RunBody) annulled.getEntity()).cause()).isEqualTo(CancellationCause.REPORTED_BY_MISTAKE);
    }

    @Test
    void a_run_is_cancelled_with_a_cause_on_the_version_that_was_seen() {
        assertThat(Responses.problem(() -> resource.cancelled(id, null, new CancelledBody("WEATHER"))))
                .isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> resource.cancelled(id, "\"3\"", new CancelledBody("WEATHER"))))
                .isEqualTo("412 stale-version");
        assertThat(((RunBody) Responses.of(() -> resource.cancelled(id, "\"0\"", new CancelledBody("WEATHER")))
                                .getEntity())
                        .cause())
                .isEqualTo(CancellationCause.WEATHER);
    }

    @Test
    void what_cannot_be_true_is_refused() {
        assertThat(Responses.problem(() -> resource.left(id, "\"0\"", new LeftBody("2026-11-03T09:00:00+09:00"))))
                .isEqualTo("422 departure-implausible");
        assertThat(Responses.problem(() -> resource.driven(id, "\"0\"", new DrivenBody(ARRIVED, LEFT))))
                .isEqualTo("422 arrival-implausible");
    }

    @Test
    void a_chauffeur_sees_and_reports_the_runs_that_they_drive() {
        given.caller.becomes(Callers.aChauffeur(contract.terms().assignment().chauffeur()));

        assertThat(own(SECOND).items())
                .extracting(item -> ((RunBody) item).id())
                .containsExactly(run.id().value());
        assertThat(own("2026-11-03").items()).isEmpty();
        assertThat(Responses.of(() -> resource.one(id)).getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(Responses.of(() -> resource.left(id, "\"0\"", new LeftBody(LEFT)))
                        .getStatus())
                .isEqualTo(200);
        assertThat(Responses.problem(() -> resource.list(null, SECOND, ALL))).isEqualTo("403 not-permitted");
    }

    @Test
    void another_chauffeur_finds_nothing_and_reports_nothing() {
        given.caller.becomes(Callers.aChauffeur(new UserId(Ids.next())));

        assertThat(own(SECOND).items()).isEmpty();
        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.left(id, "\"0\"", new LeftBody(LEFT))))
                .isEqualTo("403 not-your-run");
    }

    @Test
    void runs_of_another_company_are_not_there() {
        given.strangerAsks();

        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("404 not-found");
        assertThat(list(given.company.toString(), SECOND).items()).isEmpty();
        assertThat(Responses.problem(() -> resource.cancelled(id, "\"0\"", new CancelledBody("WEATHER"))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.annulled(id, "\"0\""))).isEqualTo("404 not-found");
    }

    private PageBody<?> list(@Nullable String company, String serviceDate) {
        return (PageBody<?>)
                Responses.of(() -> resource.list(company, serviceDate, ALL)).getEntity();
    }

    private PageBody<?> own(String serviceDate) {
        return (PageBody<?>) Responses.of(() -> resource.own(serviceDate)).getEntity();
    }
}
