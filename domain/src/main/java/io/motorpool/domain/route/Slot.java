package io.motorpool.domain.route;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One vehicle's worth of a route: one timetable, served by one vehicle with one chauffeur at a time. Which, the vehicle
 * contracts say.
 *
 * @param timetables in order of the day from which they hold; each day begins at most one
 */
public record Slot(
        SlotId id, RouteId route, CompanyId company, String name, List<Timetable> timetables, boolean retired) {

    public static final int LONGEST_NAME = 60;

    public Slot {
        Text.check("a slot's name", name, LONGEST_NAME);
        timetables = timetables.stream()
                .sorted(Comparator.comparing(Timetable::validFrom))
                .toList();
        if (timetables.stream().map(Timetable::validFrom).distinct().count() != timetables.size()) {
            throw new IllegalArgumentException("two timetables of a slot begin on the same day");
        }
    }

    public static Slot add(SlotId id, Route route, String name) {
        return new Slot(id, route.id(), route.company(), name, List.of(), false);
    }

    /** From its day on the timetable holds; one that was to begin on that day gives way to it. */
    public Decision<Slot, RouteRefusal> schedule(Timetable timetable, ClosedMonths closed) {
        if (retired) {
            return refuse(new RouteRefusal.SlotRetired());
        }
        if (closed.contain(timetable.validFrom())) {
            return refuse(new RouteRefusal.MonthClosed(YearMonth.from(timetable.validFrom())));
        }
        List<Timetable> others = timetables.stream()
                .filter(other -> !other.validFrom().equals(timetable.validFrom()))
                .toList();
        return accept(with(Stream.concat(others.stream(), Stream.of(timetable)).toList(), false));
    }

    /** @param sheet who serves the slot */
    public Decision<Slot, RouteRefusal> retire(DispatchSheet sheet, Instant now) {
        if (retired) {
            return refuse(new RouteRefusal.SlotRetired());
        }
        return sheet.servedAfter(now)
                .<Decision<Slot, RouteRefusal>>map(
                        contract -> refuse(new RouteRefusal.SlotStillServed(contract.number())))
                .orElseGet(() -> accept(with(timetables, true)));
    }

    /** The planned departures of a service date, in order. */
    public List<Instant> departuresOn(LocalDate serviceDate) {
        return retired
                ? List.of()
                : inForceOn(serviceDate).stream()
                        .flatMap(timetable -> timetable.on(serviceDate).stream())
                        .map(time -> serviceDate
                                .atTime(time)
                                .atZone(BusinessZone.SEOUL)
                                .toInstant())
                        .toList();
    }

    /** The latest that has begun. */
    public Optional<Timetable> inForceOn(LocalDate date) {
        return timetables.reversed().stream()
                .filter(timetable -> !timetable.validFrom().isAfter(date))
                .findFirst();
    }

    private Slot with(List<Timetable> newTimetables, boolean nowRetired) {
        return new Slot(id, route, company, name, newTimetables, nowRetired);
    }
}
