package io.motorpool.domain.settlement;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.route.RouteRefusal.ArrivalImplausible;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.shared.BusinessZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of one company's runs of a day, as somebody without a live feed writes it down the day after. All of it is
 * taken or nothing is (P12). What says what is known already is left alone, so what was taken can be taken again.
 *
 * @param rows in the order of the sheet, without those of which nothing could be made
 * @param unread why nothing could be made of the others
 */
public record RunSheet(LocalDate serviceDate, List<Row> rows, List<CellFault> unread) {

    /** How many faults are told at once: a sheet with more of them has one fault, its maker. */
    public static final int MOST_FAULTS = ExtraCostSheet.MOST_FAULTS;

    /** Where each part of a row stands. */
    public record Cells(
            String sheet,
            String dateCell,
            String slotCell,
            String scheduledCell,
            String leftCell,
            String arrivedCell,
            String causeCell) {}

    /**
     * @param scheduled the departure in the timetable, in Seoul
     */
    public record Row(Cells cells, LocalDate serviceDate, SlotId slot, LocalTime scheduled, Said said) {}

    /** What a row says, with times as a clock in Seoul shows them. */
    public sealed interface Said {

        record Driven(LocalTime left, LocalTime arrived) implements Said {}

        record DidNotTakePlace(CancellationCause cause) implements Said {}

        /** Nobody has said anything yet. */
        record Nothing() implements Said {}
    }

    /** What is to be reported of a run. */
    public sealed interface Reported {

        Run run();

        record Driven(Run run, Instant left, Instant arrived) implements Reported {}

        /** It had left already. */
        record Arrived(Run run, Instant arrived) implements Reported {}

        record DidNotTakePlace(Run run, CancellationCause cause) implements Reported {}
    }

    /** What taking the sheet comes to. */
    public record Taken(List<Reported> reports, int unchanged) {

        public Taken {
            reports = List.copyOf(reports);
        }
    }

    public RunSheet {
        if (rows.size() > ExtraCostSheet.MOST_ROWS) {
            throw new IllegalArgumentException("a sheet has at most %d rows".formatted(ExtraCostSheet.MOST_ROWS));
        }
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }

    /** One in which everything could be read. */
    public RunSheet(LocalDate serviceDate, List<Row> rows) {
        this(serviceDate, rows, List.of());
    }

    /** A departure of a slot. */
    private record Departure(SlotId slot, Instant at) {}

    /** @param known all runs of the company on the service date; their month is open */
    public Decision<Taken, SettlementRefusal> take(List<Run> known, Instant now) {
        Map<Departure, Run> byDeparture = new HashMap<>();
        known.forEach(run ->
                byDeparture.put(new Departure(run.plan().slot(), run.plan().departure()), run));
        Set<Departure> seen = new HashSet<>();
        List<CellFault> faults = new ArrayList<>(unread);
        List<Reported> reports = new ArrayList<>();
        for (Row row : rows) {
            Departure departure = new Departure(row.slot(), at(serviceDate, row.scheduled()));
            Run run = byDeparture.get(departure);
            if (!row.serviceDate().equals(serviceDate)) {
                faults.add(fault(row, row.cells().dateCell(), Fault.OTHER_DAY));
            } else if (run == null) {
                faults.add(fault(row, row.cells().scheduledCell(), Fault.UNKNOWN_RUN));
            } else if (!seen.add(departure)) {
                faults.add(fault(row, row.cells().scheduledCell(), Fault.REPEATED));
            } else {
                new Reading(row, run, now, reports, faults).read();
            }
        }
        return faults.isEmpty()
                ? accept(new Taken(reports, rows.size() - reports.size()))
                : refuse(new CellsRefused(CellFault.first(MOST_FAULTS, faults)));
    }

    private static CellFault fault(Row row, String cell, Fault fault) {
        return new CellFault(row.cells().sheet(), cell, fault);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(BusinessZone.SEOUL).toInstant();
    }

    /** One row beside the run that it is about. */
    private record Reading(Row row, Run run, Instant now, List<Reported> reports, List<CellFault> faults) {

        void read() {
            switch (row.said()) {
                case Said.Nothing _ -> {}
                case Said.DidNotTakePlace(var cause) -> cancelled(cause);
                case Said.Driven(var left, var arrived) -> driven(near(left), arrived);
            }
        }

        private void cancelled(CancellationCause cause) {
            switch (run) {
                case Run.Cancelled cancelled when cancelled.cause() == cause -> {}
                case Run.Scheduled _, Run.InProgress _
                when cause.isReported() -> reports.add(new Reported.DidNotTakePlace(run, cause));
                case Run.Scheduled _, Run.InProgress _ -> wrong(row.cells().causeCell(), Fault.NOT_A_REASON);
                case Run.Cancelled _, Run.Completed _ -> wrong(row.cells().causeCell(), Fault.NOT_A_STATE);
            }
        }

        /** The run itself says whether this can be true. */
        private void driven(Instant left, LocalTime arrival) {
            Instant arrived = after(left, arrival);
            switch (run) {
                case Run.Scheduled _ ->
                    check(run.complete(left, arrived, ClosedMonths.NONE, now), new Reported.Driven(run, left, arrived));
                case Run.InProgress driving
                when sameMinute(driving.left(), left) -> {
                    Instant then = after(driving.left(), arrival);
                    check(run.arrive(then, ClosedMonths.NONE, now), new Reported.Arrived(run, then));
                }
                case Run.Completed completed
                when sameMinute(completed.left(), left) && sameMinute(completed.arrived(), arrived) -> {}
                case Run.InProgress _, Run.Completed _, Run.Cancelled _ ->
                    wrong(row.cells().leftCell(), Fault.NOT_A_STATE);
            }
        }

        private void check(Decision<?, RouteRefusal> decision, Reported report) {
            switch (decision) {
                case Decision.Accepted<?, RouteRefusal> _ -> reports.add(report);
                case Decision.Refused<?, RouteRefusal>(var reason) ->
                    wrong(
                            reason instanceof ArrivalImplausible
                                    ? row.cells().arrivedCell()
                                    : row.cells().leftCell(),
                            Fault.IMPLAUSIBLE_TIME);
            }
        }

        /** When the clock shows this time that is nearest to the timetable: a run at midnight may leave before. */
        private Instant near(LocalTime time) {
            Instant scheduled = run.plan().departure();
            LocalDate day = run.plan().serviceDate();
            return Stream.of(at(day.minusDays(1), time), at(day, time), at(day.plusDays(1), time))
                    .min(Comparator.comparing(
                            instant -> Duration.between(scheduled, instant).abs()))
                    .orElseThrow();
        }

        /** The first time after it left that the clock shows this. */
        private static Instant after(Instant left, LocalTime time) {
            LocalDate day = LocalDate.ofInstant(left, BusinessZone.SEOUL);
            Instant sameDay = at(day, time);
            return sameDay.isAfter(left) ? sameDay : at(day.plusDays(1), time);
        }

        private static boolean sameMinute(Instant known, Instant said) {
            return known.truncatedTo(ChronoUnit.MINUTES).equals(said);
        }

        private void wrong(String cell, Fault fault) {
            faults.add(fault(row, cell, fault));
        }
    }
}
