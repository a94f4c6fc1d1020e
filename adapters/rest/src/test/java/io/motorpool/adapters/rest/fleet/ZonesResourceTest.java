package io.motorpool.adapters.rest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.fleet.ZonesResource.PointBody;
import io.motorpool.adapters.rest.fleet.ZonesResource.ZoneBody;
import io.motorpool.adapters.rest.fleet.ZonesResource.ZoneOutlineBody;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.fleet.ZoneStatus;
import io.motorpool.domain.shared.CompanyId;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ZonesResourceTest {

    private static final PointBody CITY_HALL = new PointBody(126.978, 37.5665);
    private static final List<@Nullable PointBody> BLOCK = List.of(
            new PointBody(126.977, 37.566),
            new PointBody(126.979, 37.566),
            new PointBody(126.979, 37.567),
            new PointBody(126.977, 37.566));

    private final FleetResources given = new FleetResources();
    private final ZonesResource resource = given.zones;
    private final CompanyId company = given.fleet.givenCompany();

    @Test
    void a_defined_zone_is_answered_with_its_place_its_version_and_every_corner() {
        PointBody inside = new PointBody(126.9785, 37.5664);

        Response response = define(new ZoneOutlineBody("본사 지하주차장", inside, BLOCK));

        ZoneBody body = (ZoneBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/zones/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body.point()).isEqualTo(inside);
        assertThat(body.area()).isEqualTo(BLOCK);
        assertThat(body.status()).isEqualTo(ZoneStatus.ACTIVE);
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        List<@Nullable PointBody> broken = new ArrayList<>(BLOCK);
        broken.set(1, null);
        broken.set(2, new PointBody(126.979, 137.0));

        assertThat(wrongFields(new ZoneOutlineBody("", new PointBody(null, 91.0), broken)))
                .contains("name", "point.longitude", "area[1]", "area[2].latitude");
        assertThat(wrongFields(new ZoneOutlineBody(null, null, null))).containsExactly("name", "point");
    }

    @Test
    void an_area_that_is_too_long_or_does_not_hold_the_point_is_refused() {
        List<@Nullable PointBody> endless = Collections.nCopies(100_000, CITY_HALL);

        assertThat(wrongFields(new ZoneOutlineBody("본사", CITY_HALL, endless))).containsExactly("area");
        assertThat(Responses.problem(
                        () -> resource.create(id(), new ZoneOutlineBody("본사", new PointBody(0.0, 0.0), BLOCK))))
                .isEqualTo("400 invalid-request");
    }

    @Test
    void a_zone_is_read_listed_moved_and_given_up() {
        ZoneBody zone =
                (ZoneBody) define(new ZoneOutlineBody("본사", CITY_HALL, null)).getEntity();
        String id = zone.id().toString();

        assertThat(Responses.of(() -> resource.one(id)).getEntity()).isEqualTo(zone);
        assertThat(Responses.of(() -> resource.list(id(), new Paging(null, null)))
                        .getEntity())
                .isEqualTo(new PageBody<>(List.of(zone), null));
        ZoneOutlineBody moved = new ZoneOutlineBody("본사", new PointBody(127.0, 37.5), null);
        assertThat(Responses.problem(() -> resource.change(id, null, moved))).isEqualTo("428 if-match-required");
        assertThat(Responses.of(() -> resource.change(id, "\"0\"", moved)).getHeaderString("ETag"))
                .isEqualTo("\"1\"");
        assertThat(Responses.problem(() -> resource.retire(id, "\"0\""))).isEqualTo("412 stale-version");
        assertThat(((ZoneBody) Responses.of(() -> resource.retire(id, "\"1\"")).getEntity()).status())
                .isEqualTo(ZoneStatus.RETIRED);
    }

    @Test
    void zones_of_another_company_are_not_there() {
        String zone = given.fleet.givenZone(company).id().toString();
        given.caller.becomes(Callers.anAdminOf(given.fleet.givenCompany()));

        assertThat(Responses.problem(() -> resource.one(zone))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.list(id(), new Paging(null, null))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.create(id(), new ZoneOutlineBody("본사", CITY_HALL, null))))
                .isEqualTo("404 not-found");
    }

    private String id() {
        return company.toString();
    }

    private Response define(ZoneOutlineBody body) {
        return Responses.of(() -> resource.create(id(), body));
    }

    private List<String> wrongFields(ZoneOutlineBody body) {
        return Responses.wrongFields(() -> resource.create(id(), body));
    }
}
