package io.motorpool.adapters.persistence.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.domain.route.Timetable;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A slot's timetables in one column, because they are read and written together: by day, by weekday, the times. */
final class TimetableJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<Map<String, Map<String, List<String>>>> BY_DAY = new TypeReference<>() {};

    private TimetableJson() {}

    static String write(List<Timetable> timetables) {
        Map<String, Map<String, List<String>>> byDay = new TreeMap<>();
        timetables.forEach(timetable -> byDay.put(timetable.validFrom().toString(), texts(timetable)));
        try {
            return MAPPER.writeValueAsString(byDay);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> texts(Timetable timetable) {
        Map<String, List<String>> byWeekday = new TreeMap<>();
        timetable
                .departures()
                .forEach((weekday, times) -> byWeekday.put(
                        weekday.name(), times.stream().map(LocalTime::toString).toList()));
        return byWeekday;
    }

    static List<Timetable> read(String json) {
        try {
            return MAPPER.readValue(json, BY_DAY).entrySet().stream()
                    .map(entry -> timetable(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Timetable timetable(String validFrom, Map<String, List<String>> byWeekday) {
        Map<DayOfWeek, List<LocalTime>> departures = new TreeMap<>();
        byWeekday.forEach((weekday, times) -> departures.put(
                DayOfWeek.valueOf(weekday), times.stream().map(LocalTime::parse).toList()));
        return new Timetable(LocalDate.parse(validFrom), departures);
    }
}
