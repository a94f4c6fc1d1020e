package io.motorpool.adapters.rest.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.fleet.PlanWindowsResource.OutlineBody;
import io.motorpool.adapters.rest.fleet.PlanWindowsResource.PlanWindowBody;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.shared.CompanyId;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanWindowsResourceTest {

    private static final OutlineBody OFFICE_HOURS =
            new OutlineBody("2027-01-01", "2027-12-31", List.of("TUESDAY", "MONDAY"), "09:00", "18:00");

    private final FleetResources given = new FleetResources();
    private final PlanWindowsResource resource = given.windows;
    private final CompanyId company = given.fleet.givenCompany();
    private final String vehicle = given.fleet.givenVehicle(company).id().toString();

    @Test
    void an_agreed_window_is_answered_with_its_place_and_its_version() {
        Response response = Responses.of(() -> resource.create(vehicle, OFFICE_HOURS));

        PlanWindowBody body = (PlanWindowBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/plan-windows/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body)
                .isEqualTo(new PlanWindowBody(
                        body.id(),
                        company.value(),
                        body.vehicle(),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31),
                        List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                        "09:00",
                        "18:00",
                        false));
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(wrongFields(new OutlineBody("soon", null, Arrays.asList("FUNDAY", null), "9", "25:00")))
                .containsExactly("from", "until", "days[0]", "days[1]", "startTime", "endTime");
        assertThat(wrongFields(new OutlineBody("2027-01-02", "2027-01-01", List.of(), "09:00", "18:00")))
                .containsExactly("until", "days");
        assertThat(wrongFields(
                        new OutlineBody("2027-01-01", "2027-01-02", List.of("MONDAY", "MONDAY"), "09:00", "18:00")))
                .containsExactly("days");
    }

    @Test
    void hours_that_are_agreed_already_are_a_conflict() {
        assertThat(Responses.of(() -> resource.create(vehicle, OFFICE_HOURS)).getStatus())
                .isEqualTo(201);

        assertThat(Responses.problem(() -> resource.create(vehicle, OFFICE_HOURS)))
                .isEqualTo("409 plan-window-overlaps");
    }

    @Test
    void a_window_is_read_listed_changed_and_ended() {
        PlanWindowBody window = (PlanWindowBody)
                Responses.of(() -> resource.create(vehicle, OFFICE_HOURS)).getEntity();
        String id = window.id().toString();
        OutlineBody nights = new OutlineBody("2027-01-01", "2027-12-31", List.of("FRIDAY"), "22:00", "06:00");

        assertThat(Responses.of(() -> resource.one(id)).getEntity()).isEqualTo(window);
        assertThat(Responses.of(() -> resource.list(vehicle, new Paging(null, null)))
                        .getEntity())
                .isEqualTo(new PageBody<>(List.of(window), null));
        assertThat(Responses.problem(() -> resource.change(id, null, nights))).isEqualTo("428 if-match-required");
        assertThat(Responses.of(() -> resource.change(id, "\"0\"", nights)).getHeaderString("ETag"))
                .isEqualTo("\"1\"");
        assertThat(((PlanWindowBody)
                                Responses.of(() -> resource.retire(id, "\"1\"")).getEntity())
                        .retired())
                .isTrue();
        assertThat(Responses.problem(() -> resource.retire(id, "\"2\""))).isEqualTo("409 plan-window-retired");
    }

    @Test
    void windows_of_another_company_are_not_there() {
        PlanWindowBody window = (PlanWindowBody)
                Responses.of(() -> resource.create(vehicle, OFFICE_HOURS)).getEntity();
        given.caller.becomes(Callers.anAdminOf(given.fleet.givenCompany()));

        assertThat(Responses.problem(() -> resource.one(window.id().toString())))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.list(vehicle, new Paging(null, null))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.create(vehicle, OFFICE_HOURS)))
                .isEqualTo("404 not-found");
    }

    private List<String> wrongFields(OutlineBody body) {
        return Responses.wrongFields(() -> resource.create(vehicle, body));
    }
}
