package io.motorpool.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.RunSheet.Cells;
import io.motorpool.domain.settlement.RunSheet.Reported;
import io.motorpool.domain.settlement.RunSheet.Row;
import io.motorpool.domain.settlement.RunSheet.Said;
import io.motorpool.domain.settlement.RunSheet.Taken;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunSheetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);
    private static final Instant NEXT_MORNING = at(DAY.plusDays(1), 9, 0);
    private static final SlotId SLOT = new SlotId(new UUID(1, 1));
    private static final Said DRIVEN = new Said.Driven(LocalTime.of(7, 32), LocalTime.of(8, 25));
    private static final Said WEATHER = new Said.DidNotTakePlace(CancellationCause.WEATHER);

    private final Run.Scheduled run = scheduled(DAY, 7, 30);

    @Test
    void what_was_driven_is_reported_with_the_instants_of_its_day() {
        assertThat(taken(run, DRIVEN))
                .isEqualTo(new Taken(List.of(new Reported.Driven(run, at(DAY, 7, 32), at(DAY, 8, 25))), 0));
    }

    @Test
    void what_did_not_take_place_is_reported_with_its_cause() {
        assertThat(taken(run, WEATHER))
                .isEqualTo(new Taken(List.of(new Reported.DidNotTakePlace(run, CancellationCause.WEATHER)), 0));
    }

    @Test
    void a_row_that_says_nothing_changes_nothing() {
        assertThat(taken(run, new Said.Nothing())).isEqualTo(new Taken(List.of(), 1));
    }

    @Test
    void a_run_at_midnight_may_leave_the_evening_before_and_arrive_the_day_after() {
        Run.Scheduled midnight = scheduled(DAY, 0, 0);
        Run.Scheduled late = scheduled(DAY, 23, 50);

        assertThat(taken(midnight, new Said.Driven(LocalTime.of(23, 58), LocalTime.of(0, 40))))
                .isEqualTo(new Taken(
                        List.of(new Reported.Driven(midnight, at(DAY.minusDays(1), 23, 58), at(DAY, 0, 40))), 0));
        assertThat(taken(late, new Said.Driven(LocalTime.of(0, 5), LocalTime.of(0, 55))))
                .isEqualTo(new Taken(
                        List.of(new Reported.Driven(late, at(DAY.plusDays(1), 0, 5), at(DAY.plusDays(1), 0, 55))), 0));
    }

    @Test
    void what_says_what_is_known_already_is_left_alone_to_the_minute() {
        Run.Completed completed = new Run.Completed(
                run.plan(), at(DAY, 7, 32).plusSeconds(41), at(DAY, 8, 25).plusSeconds(3));
        Run.Cancelled cancelled = new Run.Cancelled(run.plan(), CancellationCause.WEATHER, NEXT_MORNING);
        Run.Cancelled dropped = new Run.Cancelled(run.plan(), CancellationCause.TIMETABLE_CHANGED, NEXT_MORNING);

        assertThat(taken(completed, DRIVEN)).isEqualTo(new Taken(List.of(), 1));
        assertThat(taken(cancelled, WEATHER)).isEqualTo(new Taken(List.of(), 1));
        assertThat(taken(dropped, new Said.DidNotTakePlace(CancellationCause.TIMETABLE_CHANGED)))
                .isEqualTo(new Taken(List.of(), 1));
    }

    @Test
    void a_run_that_is_known_to_have_left_then_is_reported_to_arrive() {
        Run.InProgress driving = new Run.InProgress(run.plan(), at(DAY, 7, 32).plusSeconds(41));

        assertThat(taken(driving, DRIVEN))
                .isEqualTo(new Taken(List.of(new Reported.Arrived(driving, at(DAY, 8, 25))), 0));
    }

    @Test
    void what_contradicts_what_is_known_is_refused_at_its_cell() {
        Run.InProgress otherwise = new Run.InProgress(run.plan(), at(DAY, 7, 40));
        Run.Completed completed = new Run.Completed(run.plan(), at(DAY, 7, 32), at(DAY, 8, 30));
        Run.Cancelled cancelled = new Run.Cancelled(run.plan(), CancellationCause.BREAKDOWN, NEXT_MORNING);

        assertThat(faults(otherwise, DRIVEN)).containsExactly(fault("E3", Fault.NOT_A_STATE));
        assertThat(faults(completed, DRIVEN)).containsExactly(fault("E3", Fault.NOT_A_STATE));
        assertThat(faults(cancelled, DRIVEN)).containsExactly(fault("E3", Fault.NOT_A_STATE));
        assertThat(faults(completed, WEATHER)).containsExactly(fault("G3", Fault.NOT_A_STATE));
        assertThat(faults(cancelled, WEATHER)).containsExactly(fault("G3", Fault.NOT_A_STATE));
    }

    @Test
    void what_cannot_be_true_is_refused_at_its_cell() {
        assertThat(faults(run, new Said.Driven(LocalTime.of(14, 0), LocalTime.of(15, 0))))
                .containsExactly(fault("E3", Fault.IMPLAUSIBLE_TIME));
        assertThat(faults(run, new Said.Driven(LocalTime.of(7, 32), LocalTime.of(7, 30))))
                .containsExactly(fault("F3", Fault.IMPLAUSIBLE_TIME));
        assertThat(faults(run, new Said.DidNotTakePlace(CancellationCause.REPORTED_BY_MISTAKE)))
                .containsExactly(fault("G3", Fault.NOT_A_REASON));
    }

    @Test
    void a_row_of_another_day_an_unknown_run_and_a_second_row_are_told_each_in_its_place() {
        RunSheet sheet = new RunSheet(
                DAY,
                List.of(
                        row(3, DAY.plusDays(1), LocalTime.of(7, 30), DRIVEN),
                        row(4, DAY, LocalTime.of(9, 0), DRIVEN),
                        row(5, DAY, LocalTime.of(7, 30), WEATHER),
                        row(6, DAY, LocalTime.of(7, 30), DRIVEN)));

        assertThat(refused(sheet.take(List.of(run), NEXT_MORNING)))
                .containsExactly(
                        fault("A3", Fault.OTHER_DAY), fault("D4", Fault.UNKNOWN_RUN), fault("D6", Fault.REPEATED));
    }

    @Test
    void what_could_not_be_read_is_told_together_with_what_was_read_and_is_wrong() {
        CellFault unread = fault("E12", Fault.NOT_A_TIME);
        RunSheet sheet = new RunSheet(
                DAY,
                List.of(row(13, DAY, LocalTime.of(9, 0), DRIVEN), row(4, DAY.plusDays(1), LocalTime.of(7, 30), DRIVEN)),
                List.of(unread));

        assertThat(refused(sheet.take(List.of(run), NEXT_MORNING)))
                .containsExactly(fault("A4", Fault.OTHER_DAY), unread, fault("D13", Fault.UNKNOWN_RUN));
    }

    @Test
    void a_sheet_full_of_faults_tells_a_hundred_of_them_and_one_that_is_too_long_is_none() {
        Row wrong = row(3, DAY.plusDays(1), LocalTime.of(7, 30), DRIVEN);

        assertThat(refused(new RunSheet(DAY, Collections.nCopies(500, wrong)).take(List.of(run), NEXT_MORNING)))
                .hasSize(100);
        assertThatThrownBy(() -> new RunSheet(DAY, Collections.nCopies(10_001, wrong)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Taken taken(Run run, Said said) {
        return sheet(run, said).take(List.of(run), NEXT_MORNING).fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    private static List<CellFault> faults(Run run, Said said) {
        return refused(sheet(run, said).take(List.of(run), NEXT_MORNING));
    }

    private static RunSheet sheet(Run run, Said said) {
        LocalTime scheduled = LocalTime.ofInstant(run.plan().departure(), BusinessZone.SEOUL);
        return new RunSheet(DAY, List.of(row(3, DAY, scheduled, said)));
    }

    private static List<CellFault> refused(Decision<Taken, SettlementRefusal> decision) {
        return decision.fold(
                taken -> {
                    throw new AssertionError("taken: " + taken);
                },
                refusal -> ((CellsRefused) refusal).faults());
    }

    private static Row row(int number, LocalDate date, LocalTime scheduled, Said said) {
        Cells cells =
                new Cells("운행", "A" + number, "C" + number, "D" + number, "E" + number, "F" + number, "G" + number);
        return new Row(cells, date, SLOT, scheduled, said);
    }

    private static CellFault fault(String cell, Fault fault) {
        return new CellFault("운행", cell, fault);
    }

    private static Run.Scheduled scheduled(LocalDate day, int hour, int minute) {
        return new Run.Scheduled(new RunPlan(
                new RunId(new UUID(2, hour)),
                new CompanyId(new UUID(3, 1)),
                new RouteId(new UUID(4, 1)),
                SLOT,
                at(day, hour, minute)));
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(BusinessZone.SEOUL).toInstant();
    }
}
