package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.Given.END;
import static io.motorpool.adapters.rest.reservation.Given.MEMBER;
import static io.motorpool.adapters.rest.reservation.Given.PERIOD;
import static io.motorpool.adapters.rest.reservation.Given.REASON;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING_BODY;
import static io.motorpool.adapters.rest.reservation.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Cursors;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.reservation.ReservationsResource.ReserveBody;
import io.motorpool.adapters.rest.reservation.ReservationsResource.Search;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReserveVehicle.Command;
import io.motorpool.application.shared.AnswerOnceService;
import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryIdempotencyKeys;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationsResourceTest {

    private static final String VEHICLE = RUNNING.vehicle().toString();
    private static final Paging ALL = new Paging(null, null);

    private final List<Command> asked = new ArrayList<>();
    private final AskedQueries queries = new AskedQueries();
    private Uni<Decision<ReservationView, Refusal>> answer = Proceed.done(RUNNING);
    private final ReservationsResource resource = new ReservationsResource(
            command -> {
                asked.add(command);
                return answer;
            },
            queries,
            new KnownCaller(MEMBER),
            new OnceOnly(
                    new AnswerOnceService(new DirectUnitOfWork(), new InMemoryIdempotencyKeys(), Clock.systemUTC()),
                    new ObjectMapper().registerModule(new JavaTimeModule())));

    @Test
    void a_reservation_is_answered_with_its_place_and_its_version() {
        Response response = Responses.of(() -> resource.reserve("key", mine()));

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/reservations/" + RUNNING.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(response.getMediaType().toString()).isEqualTo("application/json");
        assertThat(asked).containsExactly(new Command(MEMBER, RUNNING.vehicle(), MEMBER.user(), PERIOD, true, null));
    }

    @Test
    void somebody_else_drives_when_the_request_says_so() {
        UserId colleague = new UserId(Ids.next());

        Response response = Responses.of(() -> resource.reserve(
                "key", new ReserveBody(VEHICLE, colleague.toString(), START, END, false, REASON, null, null)));

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(asked.getFirst().driver()).isEqualTo(colleague);
        assertThat(asked.getFirst().reason()).isNotNull();
    }

    @Test
    void a_request_that_is_repeated_brings_the_first_answer_again() {
        Response first = Responses.of(() -> resource.reserve("key", mine()));
        answer = Proceed.refused(new ReservationRefusal.CompanyNotActive());
        Response second = Responses.of(() -> resource.reserve("key", mine()));

        assertThat(asked).hasSize(1);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getEntity()).isEqualTo(first.getEntity());
        assertThat(second.getHeaders()).isEqualTo(first.getHeaders());
    }

    @Test
    void a_key_stands_for_one_request_only() {
        ReserveBody another = new ReserveBody(VEHICLE, null, START, END, false, null, null, null);

        assertThat(Responses.of(() -> resource.reserve("key", mine())).getStatus())
                .isEqualTo(201);
        assertThat(Responses.problem(() -> resource.reserve("key", another))).isEqualTo("422 idempotency-key-reused");
        assertThat(Responses.of(() -> resource.reserve("other", another)).getStatus())
                .isEqualTo(201);
    }

    /** Path and trace are filled in for whoever asks, so the edge has to see a problem and not its text. */
    @Test
    void a_refusal_is_the_same_problem_each_time_that_it_is_asked_for() {
        answer = Proceed.refused(new ReservationRefusal.VehicleTaken(OccupancyKind.RESERVATION, PERIOD));

        Response first = Responses.of(() -> resource.reserve("key", mine()));
        Response second = Responses.of(() -> resource.reserve("key", mine()));

        assertThat(asked).hasSize(1);
        for (Response response : List.of(first, second)) {
            assertThat(response.getStatus()).isEqualTo(409);
            assertThat(response.getMediaType()).isEqualTo(Problem.MEDIA);
            Problem problem = (Problem) response.getEntity();
            assertThat(problem.code()).isEqualTo("vehicle-taken");
            assertThat(problem.facts()).containsKey("inTheWay");
        }
    }

    @Test
    void a_request_without_a_key_is_not_read_further() {
        assertThat(Responses.wrongFields(() -> resource.reserve(null, null))).containsExactly("Idempotency-Key");
        assertThat(Responses.problem(() -> resource.reserve(" ", mine()))).isEqualTo("400 idempotency-key-required");
        assertThat(asked).isEmpty();
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        ReserveBody wrong =
                new ReserveBody("car", "me", "now", null, null, new ReasonBody("WHY", "because"), "mine", "CASH");

        assertThat(Responses.wrongFields(() -> resource.reserve("key", wrong)))
                .containsExactly(
                        "vehicle", "driver", "start", "end", "corporate", "reason.code", "card", "billingPolicy");
        assertThat(Responses.wrongFields(() -> resource.reserve("key", null))).containsExactly("body");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_search_passes_on_what_narrows_it() {
        String company = Ids.next().toString();
        String driver = Ids.next().toString();

        Response response = Responses.of(() ->
                resource.search(new Search(company, VEHICLE, driver, "IN_USE", START, END), new Paging(null, "5")));

        assertThat(response.getEntity()).isEqualTo(new PageBody<>(List.of(RUNNING_BODY), null));
        assertThat(queries.searched)
                .isEqualTo(Map.of(
                        "company",
                        Optional.of(new CompanyId(UUID.fromString(company))),
                        "filter",
                        new Filter(
                                new VehicleId(RUNNING.vehicle().value()),
                                new UserId(UUID.fromString(driver)),
                                ReservationStatus.IN_USE,
                                PERIOD.start(),
                                PERIOD.end()),
                        "page",
                        new Page.Request(5, Optional.empty())));
    }

    @Test
    void a_search_names_every_parameter_that_is_wrong() {
        Search wrong = new Search("1", "1", "1", "LOST", "yesterday", "2026-12-01T00:00:00");

        assertThat(Responses.wrongFields(() -> resource.search(wrong, new Paging("somewhere", "0"))))
                .containsExactly("company", "vehicle", "driver", "status", "from", "until", "cursor", "limit");
    }

    @Test
    void a_search_that_ends_before_it_begins_is_a_slip() {
        assertThat(Responses.wrongFields(() -> resource.search(new Search(null, null, null, null, END, START), ALL)))
                .containsExactly("until");
        assertThat(Responses.of(() -> resource.search(new Search(null, null, null, null, START, START), ALL))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_place_in_another_list_is_no_place_in_a_search() {
        String ofAnotherList = Cursors.write(new Page.Cursor(null, Ids.next()));

        assertThat(Responses.wrongFields(() -> resource.search(
                        new Search(null, null, null, null, null, null), new Paging(ofAnotherList, null))))
                .containsExactly("cursor");
    }

    @Test
    void a_search_without_anything_finds_everything() {
        Response response = Responses.of(() -> resource.search(new Search(null, null, null, null, null, null), ALL));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(queries.searched).containsEntry("filter", new Filter(null, null, null, null, null));
    }

    @Test
    void one_reservation_is_shown_with_its_version() {
        Response response = Responses.of(() -> resource.one(RUNNING.id().toString()));

        assertThat(response.getEntity()).isEqualTo(RUNNING_BODY);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"3\"");
        assertThat(Responses.problem(() -> resource.one(Ids.next().toString()))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.one("mine"))).isEqualTo("404 not-found");
    }

    private static ReserveBody mine() {
        return new ReserveBody(VEHICLE, null, START, END, true, null, null, null);
    }
}
