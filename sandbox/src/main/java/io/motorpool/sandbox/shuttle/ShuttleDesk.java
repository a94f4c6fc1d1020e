package io.motorpool.sandbox.shuttle;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes down, through the public API, what is driven for companies. Each call is a person's with the right to do it. */
public final class ShuttleDesk {

    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private final Api api;
    private final Random random = new Random();

    public ShuttleDesk(Api api) {
        this.api = api;
    }

    /** A vehicle as SAP and statements call it. */
    public record Shuttle(UUID id, String plate) {}

    /** One planned departure. */
    public record Departure(UUID id, UUID slot, OffsetDateTime at, String status) {

        static Departure of(JsonNode run) {
            return new Departure(
                    UUID.fromString(run.path("id").asText()),
                    UUID.fromString(run.path("slot").asText()),
                    OffsetDateTime.parse(run.path("departure").asText())
                            .atZoneSameInstant(SEOUL)
                            .toOffsetDateTime(),
                    run.path("status").asText());
        }
    }

    /** A new client company with a business number of its own. */
    public UUID company(String name) {
        return api.post(
                        "/companies",
                        Map.of("name", name, "businessNumber", newBusinessNumber(), "billingPolicy", "POSTPAID"))
                .expect(201)
                .id();
    }

    private String newBusinessNumber() {
        String nine = Integer.toString(random.nextInt(100_000_000, 1_000_000_000));
        int sum = (nine.charAt(8) - '0') * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (nine.charAt(i) - '0') * WEIGHTS[i];
        }
        String all = nine + (10 - sum % 10) % 10;
        return "%s-%s-%s".formatted(all.substring(0, 3), all.substring(3, 5), all.substring(5));
    }

    public UUID zone(UUID company) {
        return api.post(
                        "/companies/" + company + "/zones",
                        Map.of("name", "본사 차고", "point", Map.of("longitude", 127.1112, "latitude", 37.3947)))
                .expect(201)
                .id();
    }

    public Shuttle vehicle(UUID company, UUID zone) {
        String plate = "%03d바%04d".formatted(random.nextInt(100, 1_000), random.nextInt(10_000));
        UUID id = api.post(
                        "/companies/" + company + "/vehicles",
                        Map.of(
                                "zone",
                                zone.toString(),
                                "plate",
                                plate,
                                "vin",
                                "KMJYA371%09d".formatted(random.nextInt(1_000_000_000)),
                                "model",
                                "Solati 15",
                                "seats",
                                15,
                                "ownership",
                                "OPERATOR",
                                "turnaroundMinutes",
                                0,
                                "odometerKm",
                                41_000))
                .expect(201)
                .id();
        return new Shuttle(id, plate);
    }

    public UUID route(UUID company, String name) {
        return api.post("/companies/" + company + "/routes", Map.of("name", name))
                .expect(201)
                .id();
    }

    /** A slot of the route that departs at these times on these days. */
    public UUID slot(UUID route, String name, LocalDate from, Collection<DayOfWeek> days, List<LocalTime> times) {
        Answer slot =
                api.post("/routes/" + route + "/slots", Map.of("name", name)).expect(201);
        List<String> written = times.stream().map(LocalTime::toString).toList();
        List<Map<String, Object>> departures = days.stream()
                .<Map<String, Object>>map(day -> Map.of("day", day.name(), "times", written))
                .toList();
        api.post(
                        "/slots/" + slot.id() + "/timetables",
                        Map.of("validFrom", from.toString(), "departures", departures),
                        "If-Match",
                        slot.etag())
                .mustBe(200);
        return slot.id();
    }

    /** @param won what one run costs, without tax */
    public void rate(UUID route, LocalDate from, int won) {
        once("/routes/" + route + "/rates", Map.of("validFrom", from.toString(), "won", won))
                .mustBe(201);
    }

    public Answer dispatch(UUID slot, UUID vehicle, UUID chauffeur, OffsetDateTime from) {
        return once(
                "/slots/" + slot + "/dispatches",
                Map.of(
                        "vehicle", vehicle.toString(),
                        "chauffeur", chauffeur.toString(),
                        "from", written(from)));
    }

    /** @param until from when on the replaced vehicle serves again; absent for good */
    public Answer substitute(
            UUID slot,
            UUID vehicle,
            UUID chauffeur,
            String cause,
            OffsetDateTime from,
            @Nullable OffsetDateTime until) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "vehicle", vehicle.toString(),
                "chauffeur", chauffeur.toString(),
                "cause", cause,
                "from", written(from)));
        if (until != null) {
            body.put("until", written(until));
        }
        return once("/slots/" + slot + "/substitutions", body);
    }

    private Answer once(String path, Map<String, Object> body) {
        return api.post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** How many runs were missing. */
    public int plan(UUID company, LocalDate from, LocalDate until) {
        return api.post(
                        "/sweeps/runs",
                        Map.of("company", company.toString(), "from", from.toString(), "until", until.toString()))
                .expect(200)
                .body()
                .path("added")
                .asInt();
    }

    /** Of a whole month, in order of their departure. */
    public List<Departure> runs(UUID company, YearMonth month) {
        List<Departure> all = new ArrayList<>();
        month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).forEach(day -> all.addAll(runs(company, day)));
        return all;
    }

    /** Of one day, of which there are no more than a page. */
    public List<Departure> runs(UUID company, LocalDate day) {
        JsonNode items = api.get("/runs?limit=100&serviceDate=%s&company=%s".formatted(day, company))
                .expect(200)
                .body()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(Departure::of)
                .sorted((one, other) -> one.at().compareTo(other.at()))
                .toList();
    }

    /** It left two minutes late and took three quarters of an hour. */
    public void complete(Departure run) {
        Answer seen = api.get("/runs/" + run.id()).expect(200);
        api.post(
                        "/runs/" + run.id() + "/completion",
                        Map.of(
                                "left",
                                written(run.at().plusMinutes(2)),
                                "arrived",
                                written(run.at().plusMinutes(47))),
                        "If-Match",
                        seen.etag())
                .mustBe(200);
    }

    /** With its seconds, which Java leaves out when there are none. */
    public static String written(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    public static OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SEOUL).toOffsetDateTime();
    }
}
