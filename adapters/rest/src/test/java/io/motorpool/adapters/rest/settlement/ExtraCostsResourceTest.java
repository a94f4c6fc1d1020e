package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementResources.CLERK;
import static io.motorpool.adapters.rest.settlement.SettlementResources.MONTH;
import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.adapters.rest.RefusedException;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtraCostsResourceTest {

    private static final Paging ALL = new Paging(null, null);

    private final SettlementResources given = new SettlementResources();
    private final ExtraCostsResource resource = given.costs;

    static Row aRow(SettlementResources given) {
        return row(given, 3, "R-1", 4_800);
    }

    private static Row row(SettlementResources given, int day, String reference, long won) {
        return new Row(NOVEMBER.atDay(day), given.slot.route().toString(), "통행료", reference, won, "", "경부고속도로");
    }

    @BeforeEach
    void a_clerk_asks() {
        given.caller.becomes(CLERK);
    }

    @Test
    void a_workbook_is_taken_in_and_comes_out_again_without_effect() {
        Response taken = take("k1", row(given, 3, "R-1", 4_800), row(given, 4, "R-2", 900));
        Response exported = Responses.of(() -> resource.export(given.id(), MONTH));
        Response again = take("k2", (byte[]) exported.getEntity());

        assertThat(taken.getStatus()).isEqualTo(200);
        assertThat(taken.getEntity().toString()).contains("\"added\":2", "\"sameFile\":false");
        assertThat(exported.getMediaType().toString()).isEqualTo(Workbooks.MEDIA_TYPE);
        assertThat(exported.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"extra-costs-2026-11.xlsx\"");
        assertThat(again.getEntity().toString()).contains("\"added\":0", "\"changed\":0", "\"unchanged\":2");
        assertThat(items(ALL)).hasSize(2);
    }

    @Test
    void every_wrong_cell_is_an_error_of_its_own_and_stays_one_when_the_request_comes_again() {
        Row wrong = new Row(NOVEMBER.atDay(4), "어디로도", "뭐든지", "R-2", 0, "", "비고");

        Problem first = (Problem) take("k", aRow(given), wrong).getEntity();
        Problem again = (Problem) take("k", aRow(given), wrong).getEntity();

        assertThat(first.status()).isEqualTo(422);
        assertThat(first.code()).isEqualTo("cells-refused");
        assertThat(first.errors())
                .containsExactly(
                        new FieldError("body", "특별비용!B4", "unknown-route", "is no route of the company"),
                        new FieldError("body", "특별비용!C4", "not-a-kind", "must be one of the kinds of extra costs"),
                        new FieldError("body", "특별비용!E4", "zero", "must not be zero"));
        assertThat(again.errors()).isEqualTo(first.errors());
        assertThat(items(ALL)).isEmpty();
    }

    @Test
    void what_is_no_workbook_is_refused_with_what_it_is_instead() {
        Response refused = take("k", "운행일자,노선".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(((Problem) refused.getEntity()).code()).isEqualTo("spreadsheet-refused");
        assertThat(((Problem) refused.getEntity()).facts().toString()).contains("NOT_AN_XLSX");
    }

    @Test
    void who_waits_for_a_large_workbook_hears_of_its_rows_and_then_what_it_came_to() {
        assertThat(watch(row(given, 3, "R-1", 4_800), row(given, 4, "R-2", 900)))
                .containsExactly(
                        ImportEventBody.read(2),
                        ImportEventBody.taken(new ExtraCostsResource.ImportedBody(2, 0, 0, false)));
    }

    @Test
    void what_is_refused_after_something_was_told_is_the_last_event() {
        List<ImportEventBody> events = watch(row(given, 3, "R-1", 1), row(given, 3, "R-1", 2));

        assertThat(events).hasSize(2);
        assertThat(events.getLast().step()).isEqualTo(ImportEventBody.Step.REFUSED);
        assertThat(Objects.requireNonNull(events.getLast().problem()).code()).isEqualTo("cells-refused");
        assertThat(items(ALL)).isEmpty();
    }

    @Test
    void what_is_refused_before_anything_was_told_is_a_problem_with_a_status() {
        Row wrong = new Row(NOVEMBER.atDay(4), "어디로도", "뭐든지", "R-2", 0, "", "비고");

        assertThatThrownBy(() -> watch(wrong)).isInstanceOf(RefusedException.class);
    }

    @Test
    void a_list_is_cut_into_pages_that_go_on_where_the_last_one_ended() {
        var _ = take("k", row(given, 3, "R-1", 1), row(given, 4, "R-2", 2), row(given, 5, "R-3", 3));

        PageBody<?> first = list(new Paging(null, "2"));
        PageBody<?> rest = list(new Paging(Objects.requireNonNull(first.nextCursor()), "2"));

        assertThat(first.items()).hasSize(2);
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.nextCursor()).isNull();
        assertThat(first.items())
                .extracting("reference")
                .doesNotContainAnyElementsOf(rest.items().stream()
                        .map(item -> ((ExtraCostBody) item).reference())
                        .toList());
    }

    @Test
    void one_cost_is_taken_out() {
        var _ = take("k", aRow(given));
        String cost = ((ExtraCostBody) items(ALL).getFirst()).id().toString();

        assertThat(Responses.of(() -> resource.remove(given.id(), MONTH, cost)).getStatus())
                .isEqualTo(204);
        assertThat(items(ALL)).isEmpty();
        assertThat(Responses.problem(() -> resource.remove(given.id(), MONTH, cost)))
                .isEqualTo("404 not-found");
    }

    @Test
    void a_confirmed_month_takes_nothing_in_and_gives_nothing_out_of_it() {
        var _ = given.givenDrivenMonth();
        var _ = take("k", aRow(given));
        String cost = ((ExtraCostBody) items(ALL).getFirst()).id().toString();
        given.caller.becomes(SettlementResources.APPROVER);
        SettlementBody _ = given.confirmed();
        given.caller.becomes(CLERK);

        assertThat(((Problem) take("k2", row(given, 4, "R-2", 1)).getEntity()).code())
                .isEqualTo("month-closed");
        assertThat(Responses.problem(() -> resource.remove(given.id(), MONTH, cost)))
                .isEqualTo("409 month-closed");
    }

    @Test
    void the_template_is_a_file() {
        Response template = Responses.of(resource::template);

        assertThat(template.getStatus()).isEqualTo(200);
        assertThat(template.getMediaType().toString()).isEqualTo(Workbooks.MEDIA_TYPE);
    }

    @Test
    void a_request_names_its_key_and_a_stranger_finds_nothing() {
        String nobodys = Ids.next().toString();
        assertThat(Responses.problem(() ->
                        resource.take(given.id(), MONTH, null, Uni.createFrom().nothing())))
                .isEqualTo("400 idempotency-key-required");
        given.caller.becomes(Callers.anAdminOf(given.road.givenCompany()));

        assertThat(Responses.problem(() -> resource.list(given.id(), MONTH, ALL)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.export(given.id(), MONTH))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.remove(given.id(), MONTH, nobodys)))
                .isEqualTo("404 not-found");
        assertThat(take("k", aRow(given)).getStatus()).isEqualTo(404);
    }

    private Response take(String key, Row... rows) {
        return take(key, given.road.result(() -> given.workbooks.write(List.of(rows))));
    }

    private Response take(String key, byte[] workbook) {
        return Responses.of(
                () -> resource.take(given.id(), MONTH, key, Uni.createFrom().item(workbook)));
    }

    private List<ImportEventBody> watch(Row... rows) {
        byte[] workbook = given.road.result(() -> given.workbooks.write(List.of(rows)));
        return resource.watch(given.id(), MONTH, Uni.createFrom().item(workbook))
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private List<?> items(Paging paging) {
        return list(paging).items();
    }

    private PageBody<?> list(Paging paging) {
        return (PageBody<?>)
                Responses.of(() -> resource.list(given.id(), MONTH, paging)).getEntity();
    }
}
