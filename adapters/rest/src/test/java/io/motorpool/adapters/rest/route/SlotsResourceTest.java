package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.route.SlotsResource.AddBody;
import io.motorpool.adapters.rest.route.SlotsResource.SlotBody;
import io.motorpool.adapters.rest.route.SlotsResource.TimetableView;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotsResourceTest {

    private static final DeparturesBody MONDAYS = new DeparturesBody("MONDAY", List.of("18:10", "07:30"));

    private final RoadResources given = new RoadResources();
    private final SlotsResource resource = given.slots;
    private final String route = given.slot.route().toString();
    private final String slot = given.slot.id().toString();

    @Test
    void a_slot_is_added_with_its_place_and_its_version_and_listed() {
        Response response = Responses.of(() -> resource.add(route, new AddBody("2호차")));

        SlotBody body = (SlotBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Location")).isEqualTo("/api/v1/slots/" + body.id());
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"0\"");
        assertThat(body)
                .isEqualTo(new SlotBody(
                        body.id(), given.slot.route().value(), given.company.value(), "2호차", List.of(), false));
        PageBody<?> listed = (PageBody<?>)
                Responses.of(() -> resource.list(route, new Paging(null, null))).getEntity();
        assertThat(listed.items())
                .extracting(item -> ((SlotBody) item).id())
                .hasSize(2)
                .contains(body.id());
    }

    @Test
    void a_timetable_holds_from_its_day_on_and_is_told_in_order() {
        Response response =
                Responses.of(() -> resource.schedule(slot, "\"0\"", new ScheduleBody("2026-12-07", List.of(MONDAYS))));

        assertThat(response.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(((SlotBody) response.getEntity()).timetables().getLast())
                .isEqualTo(new TimetableView(
                        LocalDate.of(2026, 12, 7), List.of(new DeparturesBody("MONDAY", List.of("07:30", "18:10")))));
        assertThat(Responses.problem(() -> resource.schedule(slot, "\"0\"", new ScheduleBody("2026-12-07", List.of()))))
                .isEqualTo("412 stale-version");
        assertThat(Responses.problem(() -> resource.schedule(slot, null, new ScheduleBody("2026-12-07", List.of()))))
                .isEqualTo("428 if-match-required");
    }

    @Test
    void a_timetable_without_departures_says_that_nothing_is_driven_any_more() {
        Response response =
                Responses.of(() -> resource.schedule(slot, "\"0\"", new ScheduleBody("2026-12-07", List.of())));

        assertThat(((SlotBody) response.getEntity()).timetables().getLast())
                .isEqualTo(new TimetableView(LocalDate.of(2026, 12, 7), List.of()));
    }

    @Test
    void every_field_of_a_timetable_that_is_wrong_is_named_where_it_stands() {
        assertThat(wrongFields(new ScheduleBody(null, null))).containsExactly("validFrom", "departures");
        assertThat(wrongFields(new ScheduleBody(
                        "soon",
                        Arrays.asList(
                                new DeparturesBody("FUNDAY", Arrays.asList("7", null)),
                                null,
                                new DeparturesBody(null, null)))))
                .containsExactly(
                        "validFrom",
                        "departures[0].day",
                        "departures[0].times[0]",
                        "departures[0].times[1]",
                        "departures[0].times",
                        "departures[1]",
                        "departures[2].day",
                        "departures[2].times");
        assertThat(wrongFields(new ScheduleBody("2026-12-07", List.of(MONDAYS, MONDAYS))))
                .containsExactly("departures");
        assertThat(wrongFields(new ScheduleBody(
                        "2026-12-07", List.of(new DeparturesBody("MONDAY", List.of("07:30", "07:30"))))))
                .containsExactly("departures[0].times");
        assertThat(wrongFields(new ScheduleBody("2026-12-07", List.of(new DeparturesBody("MONDAY", List.of())))))
                .containsExactly("departures[0].times");
    }

    @Test
    void a_slot_is_retired_once() {
        assertThat(((SlotBody) Responses.of(() -> resource.retire(slot, "\"0\""))
                                .getEntity())
                        .retired())
                .isTrue();
        assertThat(Responses.problem(() -> resource.retire(slot, "\"1\""))).isEqualTo("409 slot-retired");
        assertThat(Responses.problem(() -> resource.schedule(slot, "\"1\"", new ScheduleBody("2026-12-07", List.of()))))
                .isEqualTo("409 slot-retired");
    }

    @Test
    void slots_of_another_company_are_not_there() {
        given.strangerAsks();

        assertThat(Responses.problem(() -> resource.one(slot))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.list(route, new Paging(null, null))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.add(route, new AddBody("2호차"))))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.retire(slot, "\"0\""))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.schedule(slot, "\"0\"", new ScheduleBody("2026-12-07", List.of()))))
                .isEqualTo("404 not-found");
    }

    private List<String> wrongFields(ScheduleBody body) {
        return Responses.wrongFields(() -> resource.schedule(slot, "\"0\"", body));
    }
}
