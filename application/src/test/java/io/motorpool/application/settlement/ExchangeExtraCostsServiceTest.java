package io.motorpool.application.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aSettlementClerk;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.settlement.EditExtraCosts.Imported;
import io.motorpool.application.settlement.ExchangeExtraCosts.Upload;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Found;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostKind;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetFault;
import io.motorpool.domain.settlement.SettlementRefusal.SpreadsheetRefused;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeExtraCostsServiceTest {

    private static final Caller CLERK = aSettlementClerk();

    private final AnOffice office = new AnOffice();
    private final ARoad road = office.road;
    private final ExtraCostWorkbooks workbooks = new InMemoryExtraCostWorkbooks();
    private final ExchangeExtraCosts service = office.exchangeExtraCosts(workbooks);
    private final CompanyId company = road.givenCompany();
    private final String route = road.givenRoute(company).name();

    @Test
    void a_workbook_is_taken_in_the_words_that_people_use() {
        Imported imported = accepted(take(
                row(3, route, "통행료", "R-1", 4_800, ""),
                row(4, route, "추가경유", "R-2", 1, ""),
                row(5, route, "ADJUSTMENT", "R-3", -900, "운행 장애")));

        assertThat(imported).isEqualTo(new Imported(3, 0, 0, false));
        assertThat(stored().stream().map(cost -> cost.key().kind()))
                .containsExactlyInAnyOrder(ExtraCostKind.TOLL, ExtraCostKind.EXTRA_STOP, ExtraCostKind.ADJUSTMENT);
        assertThat(stored().stream().map(cost -> cost.line().reason()).filter(reason -> reason != null))
                .containsExactly(AdjustmentReason.SERVICE_FAILURE);
    }

    @Test
    void what_was_exported_is_taken_in_again_and_nothing_happens() {
        Imported _ = accepted(take(row(3, route, "주차비", "R-1", 4_800, ""), row(4, route, "조정", "R-2", -900, "양해 감액")));
        List<ExtraCost> before = stored();
        int deeds = road.traces.deeds().size();

        byte[] exported = accepted(service.export(CLERK, company, NOVEMBER));
        Imported again = accepted(service.take(new Upload(CLERK, company, NOVEMBER, exported)));

        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(stored()).isEqualTo(before);
        assertThat(road.traces.deeds()).hasSize(deeds);
    }

    @Test
    void routes_of_the_same_name_are_told_apart_by_their_ids() {
        Route namesake = road.givenRoute(company);

        assertThat(refused(take(row(3, namesake.name(), "통행료", "R-1", 1, "")))).isInstanceOf(CellsRefused.class);
        Imported _ = accepted(take(row(3, namesake.id().toString(), "통행료", "R-1", 1, "")));

        byte[] exported = accepted(service.export(CLERK, company, NOVEMBER));
        assertThat(accepted(service.take(new Upload(CLERK, company, NOVEMBER, exported)))
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void every_cell_that_is_wrong_is_told_at_its_place_and_nothing_is_stored() {
        assertThat(refused(take(
                        row(3, route, "통행료", "R-1", 4_800, ""),
                        row(4, "어디로도", "뭐든지", "R-2", 0, ""),
                        row(5, route, "통행료", "R-3", -1, ""),
                        row(6, route, "통행료", "R-4", 1, "운행 장애"),
                        row(7, route, "통행료", "R-5", -1, "그냥"))))
                .isEqualTo(new CellsRefused(List.of(
                        new CellFault("특별비용", "B4", Fault.UNKNOWN_ROUTE),
                        new CellFault("특별비용", "C4", Fault.NOT_A_KIND),
                        new CellFault("특별비용", "E4", Fault.ZERO),
                        new CellFault("특별비용", "F5", Fault.REASON_MISSING),
                        new CellFault("특별비용", "F6", Fault.REASON_WITHOUT_REDUCTION),
                        new CellFault("특별비용", "F7", Fault.NOT_A_REASON))));
        assertThat(stored()).isEmpty();
    }

    @Test
    void cells_of_which_nothing_could_be_made_hide_no_others() {
        CellFault unread = new CellFault("특별비용", "A4", Fault.NOT_A_DATE);
        Row otherMonth = new Row(NOVEMBER.atDay(1).minusDays(1), route, "통행료", "R-1", 1, "", "경부고속도로");
        Row otherRoute = new Row(NOVEMBER.atDay(1), "어디로도", "통행료", "R-2", 1, "", "경부고속도로");
        ExchangeExtraCosts reading = office.exchangeExtraCosts(reads(new ExtraCostWorkbooks.Reading.Faulty(
                List.of(unread), List.of(new Found("특별비용", 3, otherMonth), new Found("특별비용", 5, otherRoute)))));

        assertThat(refused(reading.take(new Upload(CLERK, company, NOVEMBER, new byte[0]))))
                .isEqualTo(new CellsRefused(List.of(
                        new CellFault("특별비용", "A3", Fault.OTHER_MONTH),
                        unread,
                        new CellFault("특별비용", "B5", Fault.UNKNOWN_ROUTE))));
        assertThat(stored()).isEmpty();
    }

    private static ExtraCostWorkbooks reads(ExtraCostWorkbooks.Reading reading) {
        return new ExtraCostWorkbooks() {
            @Override
            public Uni<Reading> read(byte[] workbook) {
                return Uni.createFrom().item(reading);
            }

            @Override
            public Uni<byte[]> write(List<Row> rows) {
                return Uni.createFrom().item(new byte[0]);
            }
        };
    }

    @Test
    void a_route_of_another_company_is_unknown() {
        String foreign = road.givenRoute(road.givenCompany()).id().toString();

        assertThat(refused(take(row(3, foreign, "통행료", "R-1", 1, ""))))
                .isEqualTo(new CellsRefused(List.of(new CellFault("특별비용", "B3", Fault.UNKNOWN_ROUTE))));
    }

    @Test
    void what_is_no_workbook_is_refused_and_nothing_is_stored() {
        assertThat(refused(
                        service.take(new Upload(CLERK, company, NOVEMBER, "운행일자,노선".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(new SpreadsheetRefused(SpreadsheetFault.NOT_AN_XLSX));
        assertThat(stored()).isEmpty();
    }

    @Test
    void each_thing_that_can_be_wrong_with_a_file_is_told_apart() {
        assertThat(Stream.of(Unreadable.values())
                        .map(why -> UnreadableFiles.refused(why).fault()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(SpreadsheetFault.values());
    }

    @ParameterizedTest
    @EnumSource(Unreadable.class)
    void whatever_keeps_a_file_from_being_read_refuses_it_and_stores_nothing(Unreadable why) {
        ExchangeExtraCosts reluctant = office.exchangeExtraCosts(reads(new ExtraCostWorkbooks.Reading.NotRead(why)));

        assertThat(refused(reluctant.take(new Upload(CLERK, company, NOVEMBER, new byte[0]))))
                .isInstanceOf(SpreadsheetRefused.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void a_file_is_not_even_read_for_whoever_may_not_edit() {
        byte[] nonsense = new byte[] {1};

        assertThat(refused(service.take(new Upload(anAuditor(), company, NOVEMBER, nonsense))))
                .isEqualTo(new NotPermitted(Permission.EDIT_SETTLEMENTS));
        assertThat(refused(service.take(new Upload(anAdminOf(road.givenCompany()), company, NOVEMBER, nonsense))))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.export(anAdminOf(road.givenCompany()), company, NOVEMBER)))
                .isEqualTo(new NotFound(Thing.COMPANY));
        assertThat(refused(service.template(anAdminOf(company))))
                .isEqualTo(new NotPermitted(Permission.READ_SETTLEMENTS));
    }

    @Test
    void who_waits_hears_how_many_rows_were_understood_before_they_are_stored() {
        List<Integer> heard = new ArrayList<>();
        byte[] two = road.result(
                () -> workbooks.write(List.of(row(3, route, "통행료", "R-1", 1, ""), row(4, route, "통행료", "R-2", 1, ""))));
        byte[] wrong = road.result(() -> workbooks.write(List.of(row(3, route, "통행료", "R-3", 0, ""))));

        Imported _ = accepted(service.take(new Upload(CLERK, company, NOVEMBER, two), heard::add));
        Refusal _ = refused(service.take(new Upload(CLERK, company, NOVEMBER, wrong), heard::add));

        assertThat(heard).containsExactly(2);
    }

    @Test
    void the_template_is_a_workbook_without_rows() {
        byte[] template = accepted(service.template(CLERK));

        assertThat(accepted(service.take(new Upload(CLERK, company, NOVEMBER, template))))
                .isEqualTo(new Imported(0, 0, 0, false));
    }

    @ParameterizedTest
    @EnumSource(ExtraCostKind.class)
    void every_kind_is_understood_as_it_is_written(ExtraCostKind kind) {
        assertThat(ExtraCostWords.kind(ExtraCostWords.of(kind))).contains(kind);
        assertThat(ExtraCostWords.kind(kind.name())).contains(kind);
    }

    @ParameterizedTest
    @EnumSource(AdjustmentReason.class)
    void every_reason_is_understood_as_it_is_written(AdjustmentReason reason) {
        assertThat(ExtraCostWords.reason(ExtraCostWords.of(reason))).contains(reason);
        assertThat(ExtraCostWords.reason(reason.name())).contains(reason);
    }

    private static Row row(int day, String route, String kind, String reference, long won, String reason) {
        return new Row(NOVEMBER.atDay(day), route, kind, reference, won, reason, "경부고속도로");
    }

    private Uni<Decision<Imported, Refusal>> take(Row... rows) {
        byte[] workbook = road.result(() -> workbooks.write(List.of(rows)));
        return service.take(new Upload(CLERK, company, NOVEMBER, workbook));
    }

    private List<ExtraCost> stored() {
        return accepted(office.editExtraCosts().export(CLERK, company, NOVEMBER));
    }
}
