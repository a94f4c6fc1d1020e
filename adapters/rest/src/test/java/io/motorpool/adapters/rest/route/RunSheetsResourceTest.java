package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.adapters.rest.route.RunSheetsResource.TakenBody;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.settlement.RunWorkbooks.Row;
import io.motorpool.domain.route.Run;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSheetsResourceTest {

    private static final String DAY = "2026-11-02";
    private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);

    private final RoadResources given = new RoadResources();
    private final RunSheetsResource resource = given.sheets;
    private final String company = given.company.toString();
    private final Run run =
            given.road.givenScheduled(given.slot, RouteGround.at(SECOND, 7, 30)).value();

    @Test
    void a_day_is_exported_filled_in_and_taken_and_taken_again_without_effect() {
        Response exported = Responses.of(() -> resource.export(company, DAY));
        assertThat(exported.getMediaType().toString()).isEqualTo(Workbooks.MEDIA_TYPE);
        assertThat(exported.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"runs-2026-11-02.xlsx\"");

        assertThat(take(driven(LocalTime.of(8, 25))).getEntity()).isEqualTo(new TakenBody(1, 0));
        byte[] known =
                (byte[]) Responses.of(() -> resource.export(company, DAY)).getEntity();
        assertThat(take(known).getEntity()).isEqualTo(new TakenBody(0, 1));
        assertThat(((RunBody) Responses.of(() -> given.runs.one(run.id().toString()))
                                .getEntity())
                        .arrived())
                .isEqualTo(RouteGround.at(SECOND, 8, 25));
    }

    @Test
    void a_wrong_cell_is_named_and_nothing_is_taken() {
        Problem problem = (Problem) take(driven(LocalTime.of(7, 32))).getEntity();

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("cells-refused");
        assertThat(problem.errors()).extracting(FieldError::cell).containsExactly("운행!F3");
        assertThat(problem.errors()).extracting(FieldError::code).containsExactly("implausible-time");
    }

    @Test
    void a_row_of_another_day_says_so() {
        byte[] workbook = written(new Row(SECOND.plusDays(1), "판교-강남 출근", "1호차", LocalTime.of(7, 30), null, null, ""));

        Problem problem = (Problem) take(workbook).getEntity();

        assertThat(problem.errors()).extracting(FieldError::cell).containsExactly("운행!A3");
        assertThat(problem.errors()).extracting(FieldError::code).containsExactly("other-day");
    }

    @Test
    void what_is_no_workbook_is_refused_with_what_it_is_instead() {
        assertThat(take("운행일자,노선".getBytes(StandardCharsets.UTF_8)).getEntity())
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("spreadsheet-refused"));
    }

    @Test
    void the_day_is_asked_for() {
        assertThat(Responses.wrongFields(() -> resource.export(company, null))).containsExactly("serviceDate");
        assertThat(Responses.wrongFields(() -> resource.export(company, "yesterday")))
                .containsExactly("serviceDate");
    }

    @Test
    void runs_of_another_company_are_not_there() {
        given.strangerAsks();

        assertThat(Responses.problem(() -> resource.export(company, DAY))).isEqualTo("404 not-found");
        assertThat(((Problem) take(new byte[0]).getEntity()).code()).isEqualTo("not-found");
        assertThat(Responses.problem(() -> resource.export("nonsense", DAY))).isEqualTo("404 not-found");
    }

    private byte[] driven(LocalTime arrived) {
        return written(new Row(SECOND, "판교-강남 출근", "1호차", LocalTime.of(7, 30), LocalTime.of(7, 32), arrived, ""));
    }

    private byte[] written(Row row) {
        return given.workbooks.write(List.of(row)).await().indefinitely();
    }

    private Response take(byte[] workbook) {
        return Responses.of(
                () -> resource.take(given.company, SECOND, Uni.createFrom().item(workbook)));
    }
}
