package io.motorpool.domain.route;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a slot departs from a day on, in Seoul time (P1). It holds until a later one begins; one without departures says
 * that nothing is driven any more.
 *
 * @param departures by weekday, in order; whole minutes, each once
 */
public record Timetable(LocalDate validFrom, Map<DayOfWeek, List<LocalTime>> departures) {

    /** Every ten minutes, day and night. */
    public static final int MOST_DEPARTURES = 144;

    public Timetable {
        Map<DayOfWeek, List<LocalTime>> ordered = new EnumMap<>(DayOfWeek.class);
        departures.forEach((day, times) -> {
            if (!times.isEmpty()) {
                ordered.put(day, checked(times));
            }
        });
        departures = Collections.unmodifiableMap(ordered);
    }

    private static List<LocalTime> checked(List<LocalTime> times) {
        if (times.size() > MOST_DEPARTURES) {
            throw new IllegalArgumentException("a day has at most %d departures".formatted(MOST_DEPARTURES));
        }
        if (times.stream().anyMatch(time -> !time.equals(time.truncatedTo(ChronoUnit.MINUTES)))) {
            throw new IllegalArgumentException("a departure lies on a whole minute");
        }
        if (times.stream().distinct().count() != times.size()) {
            throw new IllegalArgumentException("a departure is in the timetable once");
        }
        return times.stream().sorted().toList();
    }

    public List<LocalTime> on(LocalDate date) {
        return departures.getOrDefault(date.getDayOfWeek(), List.of());
    }
}
