package io.motorpool.application.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.at;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aChauffeur;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.settlement.ExchangeRuns.Taken;
import io.motorpool.application.settlement.ExchangeRuns.Upload;
import io.motorpool.application.settlement.RunWorkbooks.Found;
import io.motorpool.application.settlement.RunWorkbooks.Reading;
import io.motorpool.application.settlement.RunWorkbooks.Row;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetFault;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetRefused;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExchangeRunsServiceTest {

    private static final LocalDate DAY = NOVEMBER.atDay(2);
    private static final String ROUTE = "판교-강남 출근";
    private static final String SLOT = "1호차";

    private final ARoad road = new ARoad();
    private final InMemoryRunWorkbooks workbooks = new InMemoryRunWorkbooks();
    private final CompanyId company = road.givenCompany();
    private final Slot slot = road.givenSlot(road.givenRoute(company));
    private final Run morning = road.givenScheduled(slot, at(DAY, 7, 30)).value();
    private final Run evening = road.givenScheduled(slot, at(DAY, 18, 10)).value();
    private final ExchangeRuns exchange = new ExchangeRunsService(
            road.unitOfWork,
            road.companies,
            road.routes,
            road.slots,
            road.runs,
            road.books,
            workbooks,
            road.reportRuns(),
            road.clock);

    @Test
    void a_day_is_exported_as_it_is_planned_filled_in_and_taken() {
        assertThat(exported()).containsExactly(row(7, 30, null, null, ""), row(18, 10, null, null, ""));

        Taken taken = accepted(exchange.take(
                upload(row(7, 30, LocalTime.of(7, 32), LocalTime.of(8, 25), ""), row(18, 10, null, null, "기상"))));

        assertThat(taken).isEqualTo(new Taken(2, 0));
        assertThat(now(morning)).isEqualTo(new Run.Completed(morning.plan(), at(DAY, 7, 32), at(DAY, 8, 25)));
        assertThat(now(evening))
                .isEqualTo(new Run.Cancelled(evening.plan(), CancellationCause.WEATHER, road.clock.instant()));
    }

    @Test
    void what_was_taken_is_exported_and_taken_again_and_nothing_happens() {
        Taken _ = accepted(exchange.take(
                upload(row(7, 30, LocalTime.of(7, 32), LocalTime.of(8, 25), ""), row(18, 10, null, null, "WEATHER"))));
        int deeds = road.traces.deeds().size();

        byte[] export = accepted(exchange.export(anOperator(), company, DAY));
        Taken again = accepted(exchange.take(new Upload(anOperator(), company, DAY, export)));

        assertThat(again).isEqualTo(new Taken(0, 2));
        assertThat(road.traces.deeds()).hasSize(deeds);
    }

    @Test
    void one_wrong_row_and_nothing_is_taken() {
        var refusal = refused(exchange.take(upload(
                row(7, 30, LocalTime.of(7, 32), LocalTime.of(8, 25), ""),
                row(18, 10, LocalTime.of(18, 10), LocalTime.of(18, 10), ""))));

        assertThat(refusal).isEqualTo(new CellsRefused(List.of(new CellFault("운행", "F4", Fault.IMPLAUSIBLE_TIME))));
        assertThat(now(morning)).isEqualTo(morning);
    }

    @Test
    void every_cell_that_means_nothing_is_told_at_once() {
        var refusal = refused(exchange.take(upload(
                new Row(DAY, "없는 노선", SLOT, LocalTime.of(7, 30), null, null, ""),
                new Row(DAY, ROUTE, "9호차", LocalTime.of(7, 30), null, null, ""),
                row(7, 30, LocalTime.of(7, 32), null, ""),
                row(7, 30, null, LocalTime.of(8, 25), ""),
                row(18, 10, null, null, "그냥"),
                row(18, 10, LocalTime.of(18, 10), null, "기상"))));

        assertThat(refusal)
                .isEqualTo(new CellsRefused(List.of(
                        new CellFault("운행", "B3", Fault.UNKNOWN_ROUTE),
                        new CellFault("운행", "C4", Fault.UNKNOWN_SLOT),
                        new CellFault("운행", "F5", Fault.MISSING),
                        new CellFault("운행", "E6", Fault.MISSING),
                        new CellFault("운행", "G7", Fault.NOT_A_REASON),
                        new CellFault("운행", "G8", Fault.NOT_A_STATE))));
    }

    @Test
    void a_file_that_is_none_is_refused_before_anything_is_looked_at() {
        assertThat(refused(exchange.take(new Upload(anOperator(), company, DAY, new byte[] {1}))))
                .isEqualTo(new SpreadsheetRefused(SpreadsheetFault.NOT_AN_XLSX));
        assertThat(refused(exchange.take(
                        new Upload(anOperator(), company, DAY, new byte[ExtraCostWorkbooks.LARGEST + 1]))))
                .isEqualTo(new SpreadsheetRefused(SpreadsheetFault.TOO_LARGE));
    }

    @Test
    void nothing_is_taken_into_a_confirmed_month() {
        Versioned<Settlement> _ = road.givenConfirmed(road.aHead(company, new Purpose.Bill(1)));

        assertThat(refused(exchange.take(upload(row(18, 10, null, null, "기상")))))
                .isEqualTo(new MonthClosed(NOVEMBER));
    }

    @Test
    void of_another_company_nothing_is_exported_and_nothing_taken() {
        var stranger = anAdminOf(road.givenCompany());

        assertThat(refused(exchange.export(stranger, company, DAY))).isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(exchange.take(new Upload(stranger, company, DAY, new byte[0]))))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(exchange.take(new Upload(anAdminOf(company), company, DAY, new byte[0]))))
                .isEqualTo(new NotPermitted(Permission.REPORT_RUNS));
        assertThat(refused(exchange.take(new Upload(aChauffeur(new UserId(Ids.next())), company, DAY, new byte[0]))))
                .isEqualTo(new NotPermitted(Permission.REPORT_RUNS));
    }

    private Upload upload(Row... rows) {
        byte[] workbook = workbooks.write(List.of(rows)).await().indefinitely();
        return new Upload(anOperator(), company, DAY, workbook);
    }

    private List<Row> exported() {
        byte[] workbook = accepted(exchange.export(anOperator(), company, DAY));
        Reading.Read read = (Reading.Read) workbooks.read(workbook).await().indefinitely();
        return read.rows().stream().map(Found::row).toList();
    }

    private static Row row(int hour, int minute, @Nullable LocalTime left, @Nullable LocalTime arrived, String cause) {
        return new Row(DAY, ROUTE, SLOT, LocalTime.of(hour, minute), left, arrived, cause);
    }

    private Run now(Run run) {
        return road.runs.find(run.id()).await().indefinitely().orElseThrow().value();
    }
}
