package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.route.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A weekday's departures, in Seoul time (P1). */
@Schema(name = "Departures", description = "A weekday's departures, in Seoul time")
record DeparturesBody(
        @Schema(required = true, implementation = DayOfWeek.class) @Nullable
        String day,

        @Schema(
                required = true,
                minItems = 1,
                maxItems = Timetable.MOST_DEPARTURES,
                uniqueItems = true,
                examples = "[\"07:30\", \"18:10\"]")
        @Nullable
        List<@Nullable String> times) {

    static List<DeparturesBody> of(Timetable timetable) {
        return timetable.departures().entrySet().stream()
                .map(each -> new DeparturesBody(
                        each.getKey().name(),
                        each.getValue().stream()
                                .<@Nullable String>map(LocalTime::toString)
                                .toList()))
                .toList();
    }

    /** @param field where it stands in the request */
    Field<Map.Entry<DayOfWeek, List<LocalTime>>> read(Input in, String field) {
        Field<DayOfWeek> on = in.oneOf(DayOfWeek.class, field + ".day", day);
        Field<List<LocalTime>> at = timesOf(in, field + ".times");
        return in.made(field, () -> Map.entry(on.get(), at.get()));
    }

    private Field<List<LocalTime>> timesOf(Input in, String field) {
        Field<List<@Nullable String>> there = in.given(field, times);
        if (there.orNull() == null) {
            return in.absent();
        }
        List<LocalTime> read = new ArrayList<>();
        for (int i = 0; i < Math.min(there.get().size(), Timetable.MOST_DEPARTURES + 1); i++) {
            in.time(field + "[" + i + "]", there.get().get(i)).optional().ifPresent(read::add);
        }
        return in.made(field, () -> asOneDay(read));
    }

    /** What a timetable says to a day like this. */
    private static List<LocalTime> asOneDay(List<LocalTime> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("must name a departure");
        }
        Timetable one = new Timetable(LocalDate.EPOCH, Map.of(DayOfWeek.MONDAY, times));
        return one.departures().getOrDefault(DayOfWeek.MONDAY, List.of());
    }
}
