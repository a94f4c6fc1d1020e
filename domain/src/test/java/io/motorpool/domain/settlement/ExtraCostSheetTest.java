package io.motorpool.domain.settlement;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.route.Fixtures.COMMUTE;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.settlement.Fixtures.APPROVER;
import static io.motorpool.domain.settlement.Fixtures.CLERK;
import static io.motorpool.domain.settlement.Fixtures.RETURN_TRIP;
import static io.motorpool.domain.settlement.Fixtures.aCost;
import static io.motorpool.domain.settlement.Fixtures.anExtraCost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.ExtraCostSheet.Row;
import io.motorpool.domain.settlement.ExtraCostSheet.Taken;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.shared.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class ExtraCostSheetTest {

    private final AtomicLong ids = new AtomicLong(100);

    @Test
    void what_is_new_is_added_what_differs_is_corrected_and_what_is_the_same_is_left_alone() {
        ExtraCost same = anExtraCost(1, "R-1", 2_400);
        ExtraCost other = anExtraCost(2, "R-2", 3_000);

        Taken taken = accepted(take(List.of(same, other), aCost("R-1", 2_400), aCost("R-2", 3_500), aCost("R-3", 900)));

        assertThat(taken.added()).extracting(ExtraCost::line).containsExactly(aCost("R-3", 900));
        assertThat(taken.changed()).containsExactly(new ExtraCost(other.id(), HANBIT, aCost("R-2", 3_500), APPROVER));
        assertThat(taken.unchanged()).isEqualTo(1);
    }

    @Test
    void a_key_that_comes_twice_in_one_sheet_is_told_with_its_cell_and_nothing_is_taken() {
        assertThat(refused(take(List.of(), aCost("R-1", 2_400), aCost("R-2", 1), aCost("R-1", 2_400))))
                .isEqualTo(new CellsRefused(List.of(new CellFault("추가비용", "D5", Fault.REPEATED))));
    }

    @Test
    void a_day_of_another_month_is_told_with_its_cell() {
        ExtraCostLine october = new ExtraCostLine(
                new ExtraCostKey(LocalDate.of(2026, 10, 31), COMMUTE, ExtraCostKind.TOLL, "R-9"),
                new Amount(100),
                null,
                "통행료");

        assertThat(refused(take(List.of(), october)))
                .isEqualTo(new CellsRefused(List.of(new CellFault("추가비용", "A3", Fault.OTHER_MONTH))));
    }

    @Test
    void a_route_that_is_not_the_companys_is_told_with_its_cell() {
        ExtraCostLine elsewhere = new ExtraCostLine(
                new ExtraCostKey(NOVEMBER.atDay(3), RETURN_TRIP, ExtraCostKind.TOLL, "R-9"),
                new Amount(100),
                null,
                "통행료");

        assertThat(refused(take(List.of(), elsewhere)))
                .isEqualTo(new CellsRefused(List.of(new CellFault("추가비용", "B3", Fault.UNKNOWN_ROUTE))));
    }

    @Test
    void what_could_not_be_read_is_told_together_with_what_was_read_and_is_wrong() {
        CellFault above = new CellFault("추가비용", "E3", Fault.NOT_AN_AMOUNT);
        CellFault below = new CellFault("추가비용", "A12", Fault.NOT_A_DATE);
        List<Row> rows = List.of(row(1, aCost("R-1", 1)), row(2, aCost("R-1", 2)));

        Decision<Taken, SettlementRefusal> decision = new ExtraCostSheet(HANBIT, NOVEMBER, rows, List.of(below, above))
                .take(Set.of(), List.of(), APPROVER, () -> new ExtraCostId(new UUID(21, 1)));

        assertThat(refused(decision))
                .isEqualTo(new CellsRefused(List.of(
                        above,
                        new CellFault("추가비용", "B4", Fault.UNKNOWN_ROUTE),
                        new CellFault("추가비용", "B5", Fault.UNKNOWN_ROUTE),
                        new CellFault("추가비용", "D5", Fault.REPEATED),
                        below)));
    }

    @Test
    void a_sheet_full_of_faults_tells_the_first_hundred() {
        ExtraCostLine[] same = Collections.nCopies(150, aCost("R-1", 1)).toArray(ExtraCostLine[]::new);

        assertThat(((CellsRefused) refused(take(List.of(), same))).faults()).hasSize(ExtraCostSheet.MOST_FAULTS);
    }

    @Test
    void an_amount_below_zero_has_a_reason_code_and_only_that_one() {
        ExtraCostKey key = new ExtraCostKey(NOVEMBER.atDay(3), COMMUTE, ExtraCostKind.ADJUSTMENT, "A-1");

        assertThatThrownBy(() -> new ExtraCostLine(key, new Amount(-1), null, "할인"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtraCostLine(key, new Amount(1), AdjustmentReason.GOODWILL, "할인"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtraCostLine(key, Amount.NONE, null, "할인"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ExtraCostLine(key, new Amount(-1), AdjustmentReason.GOODWILL, "할인"))
                .isNotNull();
    }

    @Test
    void a_sheet_has_at_most_ten_thousand_rows() {
        List<Row> tooMany = Collections.nCopies(ExtraCostSheet.MOST_ROWS + 1, row(0, aCost("R-1", 1)));

        assertThatThrownBy(() -> new ExtraCostSheet(HANBIT, NOVEMBER, tooMany))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void what_was_exported_can_be_imported_again_and_nothing_happens(
            @ForAll @UniqueElements @Size(max = 30) List<@IntRange(min = 1, max = 1_000) Integer> references) {
        List<ExtraCost> known = new ArrayList<>();
        references.forEach(each -> known.add(anExtraCost(each, "R-" + each, each * 7L)));
        Collections.shuffle(known, new Random(references.size()));

        Taken again = accepted(take(known, known.stream().map(ExtraCost::line).toArray(ExtraCostLine[]::new)));

        assertThat(again.changesNothing()).isTrue();
        assertThat(again.unchanged()).isEqualTo(known.size());
    }

    @Property
    void importing_a_sheet_twice_is_importing_it_once(
            @ForAll @UniqueElements @Size(max = 20) List<@IntRange(min = 1, max = 30) Integer> before,
            @ForAll @UniqueElements @Size(max = 20) List<@IntRange(min = 1, max = 30) Integer> sent) {
        List<ExtraCost> known = new ArrayList<>();
        before.forEach(each -> known.add(anExtraCost(each, "R-" + each, each)));
        ExtraCostLine[] lines =
                sent.stream().map(each -> aCost("R-" + each, each * 2L)).toArray(ExtraCostLine[]::new);

        Taken first = accepted(take(known, lines));
        List<ExtraCost> after = new ArrayList<>(known);
        first.changed().forEach(changed -> after.replaceAll(it -> it.id().equals(changed.id()) ? changed : it));
        after.addAll(first.added());

        assertThat(accepted(take(after, lines)).changesNothing()).isTrue();
    }

    @Test
    void who_last_said_what_a_cost_says_is_remembered_and_saying_the_same_is_no_edit() {
        ExtraCost cost = anExtraCost(1, "R-1", 2_400);

        assertThat(cost.saying(aCost("R-1", 2_400), APPROVER).editedBy()).isEqualTo(CLERK);
        assertThat(cost.saying(aCost("R-1", 2_500), APPROVER).editedBy()).isEqualTo(APPROVER);
    }

    private Decision<Taken, SettlementRefusal> take(List<ExtraCost> known, ExtraCostLine... lines) {
        List<Row> rows = new ArrayList<>();
        for (ExtraCostLine line : lines) {
            rows.add(row(rows.size(), line));
        }
        return new ExtraCostSheet(HANBIT, NOVEMBER, rows)
                .take(Set.of(COMMUTE), known, APPROVER, () -> new ExtraCostId(new UUID(21, ids.incrementAndGet())));
    }

    private static Row row(int index, ExtraCostLine line) {
        return new Row("추가비용", "A" + (index + 3), "B" + (index + 3), "D" + (index + 3), line);
    }
}
