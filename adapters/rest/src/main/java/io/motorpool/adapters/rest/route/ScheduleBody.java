package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.domain.route.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a slot departs from a day on. */
@Schema(name = "ScheduleSlot")
record ScheduleBody(
        @Schema(required = true, format = "date", examples = "2026-12-01") @Nullable
        String validFrom,

        @Schema(
                required = true,
                maxItems = 7,
                description = "Each weekday at most once; a day that is not named has none")
        @Nullable
        List<@Nullable DeparturesBody> departures) {

    private static final int DAYS = DayOfWeek.values().length;

    Timetable read() {
        Input in = new Input();
        Field<LocalDate> from = in.date("validFrom", validFrom);
        Field<Map<DayOfWeek, List<LocalTime>>> days = days(in);
        return in.build(() -> new Timetable(from.get(), days.get()));
    }

    private Field<Map<DayOfWeek, List<LocalTime>>> days(Input in) {
        Field<List<@Nullable DeparturesBody>> there = in.given("departures", departures);
        if (there.orNull() == null) {
            return in.absent();
        }
        List<Map.Entry<DayOfWeek, List<LocalTime>>> read = new ArrayList<>();
        for (int i = 0; i < Math.min(there.get().size(), DAYS + 1); i++) {
            String field = "departures[" + i + "]";
            DeparturesBody day = in.given(field, there.get().get(i)).orNull();
            if (day != null) {
                day.read(in, field).optional().ifPresent(read::add);
            }
        }
        return in.made("departures", () -> eachOnce(read));
    }

    private static Map<DayOfWeek, List<LocalTime>> eachOnce(List<Map.Entry<DayOfWeek, List<LocalTime>>> days) {
        Map<DayOfWeek, List<LocalTime>> once = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<DayOfWeek, List<LocalTime>> day : days) {
            if (once.put(day.getKey(), day.getValue()) != null) {
                throw new IllegalArgumentException("must name each weekday once");
            }
        }
        return once;
    }
}
