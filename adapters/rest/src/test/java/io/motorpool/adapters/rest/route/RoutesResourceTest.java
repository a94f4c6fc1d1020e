package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.route.RoutesResource.NameBody;
import io.motorpool.adapters.rest.route.RoutesResource.RateBody;
import io.motorpool.adapters.rest.route.RoutesResource.RateTermsBody;
import io.motorpool.adapters.rest.route.RoutesResource.RouteBody;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesResourceTest {

    private static final Paging ALL = new Paging(null, null);
    private static final NameBody COMMUTE = new NameBody("판교-강남 출근");

    private final RoadResources given = new RoadResources();
    private final RoutesResource resource = given.routes;
    private final String company = given.company.toString();
    private final String route = given.slot.route().toString();

    @Test
    void an_opened_route_is_answered_with_its_place_and_its_version() {
        Response response = Responses.of(() -> resource.open(company, COMMUTE));

        RouteBody body = (RouteBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/routes/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body).isEqualTo(new RouteBody(body.id(), given.company.value(), "판교-강남 출근", false));
        assertThat(Responses.of(() -> resource.one(body.id().toString())).getEntity())
                .isEqualTo(body);
    }

    @Test
    void a_name_that_says_nothing_is_named() {
        assertThat(Responses.wrongFields(() -> resource.open(company, new NameBody(null))))
                .containsExactly("name");
        assertThat(Responses.wrongFields(() -> resource.rename(route, "\"0\"", new NameBody(" "))))
                .containsExactly("name");
        assertThat(Responses.wrongFields(() -> resource.open(company, null))).containsExactly("body");
    }

    @Test
    void a_route_is_listed_renamed_and_closed_on_the_version_that_was_seen() {
        RouteBody opened =
                (RouteBody) Responses.of(() -> resource.open(company, COMMUTE)).getEntity();
        String id = opened.id().toString();

        assertThat(((PageBody<?>)
                                Responses.of(() -> resource.list(company, ALL)).getEntity())
                        .items())
                .hasSize(2);
        assertThat(Responses.problem(() -> resource.rename(id, null, COMMUTE))).isEqualTo("428 if-match-required");
        assertThat(Responses.of(() -> resource.rename(id, "\"0\"", new NameBody("판교-강남 퇴근")))
                        .getHeaderString("ETag"))
                .isEqualTo("\"1\"");
        assertThat(Responses.problem(() -> resource.close(id, "\"0\""))).isEqualTo("412 stale-version");
        assertThat(((RouteBody) Responses.of(() -> resource.close(id, "\"1\"")).getEntity()).closed())
                .isTrue();
        assertThat(Responses.problem(() -> resource.rename(id, "\"2\"", COMMUTE)))
                .isEqualTo("409 route-closed");
    }

    @Test
    void a_route_with_a_slot_is_not_closed() {
        assertThat(Responses.problem(() -> resource.close(route, "\"0\""))).isEqualTo("409 route-still-served");
    }

    @Test
    void rates_are_agreed_from_a_day_on_and_counted() {
        RateBody first = agreed("key-1", "2026-12-01", 45_000);
        RateBody second = agreed("key-2", "2027-01-01", 47_000);

        assertThat(first).isEqualTo(new RateBody(1, LocalDate.of(2026, 12, 1), 45_000));
        assertThat(second).isEqualTo(new RateBody(2, LocalDate.of(2027, 1, 1), 47_000));
        assertThat(Responses.of(() -> resource.rates(route)).getEntity())
                .isEqualTo(new PageBody<>(List.of(first, second), null));
    }

    @Test
    void a_request_that_comes_late_a_second_time_does_not_bring_an_old_price_back() {
        RateBody _ = agreed("key-1", "2026-12-01", 45_000);
        RateBody _ = agreed("key-2", "2026-12-01", 47_000);

        Response again = Responses.of(() -> resource.agree(route, "key-1", new RateTermsBody("2026-12-01", 45_000)));

        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(((PageBody<?>) Responses.of(() -> resource.rates(route)).getEntity()).items())
                .hasSize(2);
        assertThat(Responses.problem(() -> resource.agree(route, "key-1", new RateTermsBody("2026-12-01", 1))))
                .isEqualTo("422 idempotency-key-reused");
        assertThat(Responses.problem(() -> resource.agree(route, null, new RateTermsBody("2026-12-01", 1))))
                .isEqualTo("400 idempotency-key-required");
    }

    @Test
    void a_rate_of_nothing_is_none() {
        assertThat(Responses.wrongFields(() -> resource.agree(route, "key", new RateTermsBody("soon", 0))))
                .containsExactly("validFrom", "won");
        assertThat(Responses.wrongFields(() -> resource.agree(route, "key", new RateTermsBody(null, null))))
                .containsExactly("validFrom", "won");
    }

    @Test
    void routes_of_another_company_are_not_there() {
        given.strangerAsks();

        assertThat(Responses.problem(() -> resource.one(route))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.list(company, ALL))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.open(company, COMMUTE))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.rename(route, "\"0\"", COMMUTE)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.rates(route))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.agree(route, "key", new RateTermsBody("2026-12-01", 1))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.one("nonsense"))).isEqualTo("404 not-found");
    }

    private RateBody agreed(String key, String from, int won) {
        Response response = Responses.of(() -> resource.agree(route, key, new RateTermsBody(from, won)));
        assertThat(response.getStatus()).isEqualTo(201);
        List<?> rates = ((PageBody<?>) Responses.of(() -> resource.rates(route)).getEntity()).items();
        return (RateBody) rates.getLast();
    }
}
