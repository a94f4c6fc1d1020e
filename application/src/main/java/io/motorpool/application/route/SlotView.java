package io.motorpool.application.route;

import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Timetable;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A slot as callers see it. */
public record SlotView(
        SlotId id,
        RouteId route,
        CompanyId company,
        String name,
        List<Timetable> timetables,
        boolean retired,
        Version version) {

    public SlotView {
        timetables = List.copyOf(timetables);
    }

    static SlotView of(Versioned<Slot> stored) {
        Slot slot = stored.value();
        return new SlotView(
                slot.id(),
                slot.route(),
                slot.company(),
                slot.name(),
                slot.timetables(),
                slot.retired(),
                stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        return Map.of(
                "route", route.toString(),
                "name", name,
                "timetables", timetables.stream().map(SlotView::written).collect(Collectors.joining("; ")),
                "retired", Boolean.toString(retired));
    }

    private static String written(Timetable timetable) {
        return timetable.validFrom()
                + timetable.departures().entrySet().stream()
                        .map(day -> " " + day.getKey() + " " + day.getValue())
                        .collect(Collectors.joining());
    }
}
