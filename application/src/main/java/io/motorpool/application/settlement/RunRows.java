package io.motorpool.application.settlement;

import io.motorpool.application.settlement.RunWorkbooks.Column;
import io.motorpool.application.settlement.RunWorkbooks.Found;
import io.motorpool.application.settlement.RunWorkbooks.Row;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.RunSheet;
import io.motorpool.domain.settlement.RunSheet.Said;
import io.motorpool.domain.shared.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between the words of a workbook and the runs that they mean. */
final class RunRows {

    private final Map<RouteId, String> routes = new HashMap<>();
    private final Map<SlotId, Slot> slots = new HashMap<>();
    private final Map<List<String>, SlotId> named = new HashMap<>();
    private final List<RunSheet.Row> understood = new ArrayList<>();
    private final List<CellFault> faults = new ArrayList<>();

    /** Of slots that are called the same the one that is not retired is meant, and the younger of those. */
    RunRows(List<Route> routes, List<Slot> slots) {
        routes.forEach(route -> this.routes.put(route.id(), route.name()));
        slots.stream().filter(Slot::retired).forEach(this::add);
        slots.stream().filter(slot -> !slot.retired()).forEach(this::add);
    }

    private void add(Slot slot) {
        slots.put(slot.id(), slot);
        named.put(List.of(routeOf(slot), slot.name()), slot.id());
    }

    private String routeOf(Slot slot) {
        return routes.getOrDefault(slot.route(), "");
    }

    Row written(Run run) {
        Slot slot = slots.get(run.plan().slot());
        return new Row(
                run.plan().serviceDate(),
                slot == null ? "" : routeOf(slot),
                slot == null ? "" : slot.name(),
                time(run.plan().departure()),
                left(run).map(RunRows::time).orElse(null),
                run instanceof Run.Completed completed ? time(completed.arrived()) : null,
                run instanceof Run.Cancelled cancelled ? CancellationWords.of(cancelled.cause()) : "");
    }

    private static Optional<Instant> left(Run run) {
        return switch (run) {
            case Run.InProgress driving -> Optional.of(driving.left());
            case Run.Completed completed -> Optional.of(completed.left());
            case Run.Scheduled _, Run.Cancelled _ -> Optional.empty();
        };
    }

    private static LocalTime time(Instant instant) {
        return LocalTime.ofInstant(instant, BusinessZone.SEOUL).truncatedTo(ChronoUnit.MINUTES);
    }

    /** @param unread what is wrong with cells of which nothing could be made */
    RunSheet read(LocalDate serviceDate, List<Found> rows, List<CellFault> unread) {
        faults.addAll(unread);
        rows.forEach(this::read);
        return new RunSheet(serviceDate, understood, faults);
    }

    private void read(Found found) {
        Row row = found.row();
        boolean knownRoute = routes.containsValue(row.route());
        SlotId slot = named.get(List.of(row.route(), row.slot()));
        int before = faults.size();
        faultIf(!knownRoute, found, Column.ROUTE, Fault.UNKNOWN_ROUTE);
        faultIf(knownRoute && slot == null, found, Column.SLOT, Fault.UNKNOWN_SLOT);
        Optional<Said> said = said(found);
        if (faults.size() == before && slot != null && said.isPresent()) {
            understood.add(new RunSheet.Row(cells(found), row.serviceDate(), slot, row.scheduled(), said.get()));
        }
    }

    /** Either it was driven, from when to when, or it was not, and why. */
    private Optional<Said> said(Found found) {
        Row row = found.row();
        return row.cause().isEmpty() ? driven(found, row.left(), row.arrived()) : cancelled(found);
    }

    private Optional<Said> driven(Found found, @Nullable LocalTime left, @Nullable LocalTime arrived) {
        if (left == null && arrived == null) {
            return Optional.of(new Said.Nothing());
        }
        faultIf(left == null, found, Column.LEFT, Fault.MISSING);
        faultIf(arrived == null, found, Column.ARRIVED, Fault.MISSING);
        return left == null || arrived == null ? Optional.empty() : Optional.of(new Said.Driven(left, arrived));
    }

    private Optional<Said> cancelled(Found found) {
        Row row = found.row();
        Optional<CancellationCause> cause = CancellationWords.meant(row.cause());
        faultIf(cause.isEmpty(), found, Column.CAUSE, Fault.NOT_A_REASON);
        faultIf(row.left() != null || row.arrived() != null, found, Column.CAUSE, Fault.NOT_A_STATE);
        return cause.map(Said.DidNotTakePlace::new);
    }

    private static RunSheet.Cells cells(Found found) {
        return new RunSheet.Cells(
                found.sheet(),
                found.cell(Column.SERVICE_DATE),
                found.cell(Column.SLOT),
                found.cell(Column.SCHEDULED),
                found.cell(Column.LEFT),
                found.cell(Column.ARRIVED),
                found.cell(Column.CAUSE));
    }

    private void faultIf(boolean wrong, Found found, Column column, Fault fault) {
        if (wrong) {
            faults.add(new CellFault(found.sheet(), found.cell(column), fault));
        }
    }
}
