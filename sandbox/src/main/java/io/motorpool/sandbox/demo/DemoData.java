package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.people.People;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Fills an empty Motorpool through its public API, as the operator and the companies' administrators would. What is there
 * already is taken as it is, so a load that broke off can be repeated.
 */
public final class DemoData {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Api api;
    private final People people;
    private final Clock clock;
    private final Api operator;

    public DemoData(Api api, People people, Clock clock) {
        this.api = api;
        this.people = people;
        this.clock = clock;
        this.operator = api.as(people.person(DemoUser.OPERATOR).token(null));
    }

    /** Creates what is missing and tells the ids of everything. */
    public DemoWorld load() {
        Map<DemoCompany, DemoWorld.Company> companies = new EnumMap<>(DemoCompany.class);
        for (DemoFleet fleet : DemoFleet.values()) {
            companies.put(fleet.company(), load(fleet));
        }
        return new DemoWorld(companies);
    }

    private DemoWorld.Company load(DemoFleet fleet) {
        UUID company = company(fleet.company());
        Map<DemoUser, UUID> members = members(fleet.company(), company);
        List<UUID> zones = new ArrayList<>();
        for (DemoFleet.Zone zone : fleet.zones()) {
            zones.add(zone(company, zone));
        }
        List<DemoWorld.Vehicle> vehicles = new ArrayList<>();
        for (DemoFleet.Car car : fleet.cars()) {
            UUID id = vehicle(company, zones.get(car.zone()), car);
            vehicles.add(new DemoWorld.Vehicle(id, car.plate(), car.model()));
        }
        planWindow(vehicles.getFirst().id());
        DemoWorld.Company loaded = new DemoWorld.Company(company, zones, vehicles, members, List.of());
        List<UUID> reservations = reservations(fleet, loaded);
        return new DemoWorld.Company(company, zones, vehicles, members, reservations);
    }

    private UUID company(DemoCompany company) {
        return existing(
                        "/companies",
                        item -> digits(item.path("businessNumber").asText()).equals(digits(company.businessNumber())))
                .orElseGet(() -> created(
                        operator,
                        "/companies",
                        Map.of(
                                "name", company.companyName(),
                                "businessNumber", company.businessNumber(),
                                "billingPolicy", "POSTPAID")));
    }

    /** The operator names the administrator, who then brings in the others. */
    private Map<DemoUser, UUID> members(DemoCompany which, UUID company) {
        Map<DemoUser, UUID> members = new EnumMap<>(DemoUser.class);
        for (DemoUser user : DemoUser.values()) {
            if (user.company().equals(Optional.of(which))) {
                boolean first = user.roles().contains("COMPANY_ADMIN");
                members.put(user, member(first ? operator : administratorOf(which, company), company, user));
            }
        }
        return members;
    }

    private UUID member(Api by, UUID company, DemoUser user) {
        String path = "/companies/" + company + "/members";
        String id = people.person(user).id().toString();
        return existing(path, item -> item.path("user").asText().equals(id))
                .orElseGet(() -> created(
                        by,
                        path,
                        Map.of(
                                "user",
                                id,
                                "name",
                                user.personName(),
                                "department",
                                "영업팀",
                                "role",
                                user.roles().getFirst(),
                                "acceptsHandOver",
                                true,
                                "licence",
                                Map.of(
                                        "licenceClass",
                                        "CLASS_1_ORDINARY",
                                        "expiry",
                                        today().plusYears(5).toString()))));
    }

    private UUID zone(UUID company, DemoFleet.Zone zone) {
        String path = "/companies/" + company + "/zones";
        return existing(path, item -> item.path("name").asText().equals(zone.name()))
                .orElseGet(() -> created(
                        operator,
                        path,
                        Map.of("name", zone.name(), "point", point(zone.longitude(), zone.latitude()))));
    }

    private UUID vehicle(UUID company, UUID zone, DemoFleet.Car car) {
        String path = "/companies/" + company + "/vehicles";
        return existing(path, item -> item.path("plate").asText().equals(car.plate()))
                .orElseGet(() -> created(
                        operator,
                        path,
                        Map.of(
                                "zone", zone.toString(),
                                "plate", car.plate(),
                                "vin", car.vin(),
                                "model", car.model(),
                                "seats", car.seats(),
                                "ownership", car.ownership(),
                                "turnaroundMinutes", 10,
                                "odometerKm", car.odometerKm(),
                                "drive", Map.of("propulsion", car.propulsion(), "rangeKm", car.rangeKm()))));
    }

    /** Office hours of every working day are the company's own. */
    private void planWindow(UUID vehicle) {
        String path = "/vehicles/" + vehicle + "/plan-windows";
        if (existing(path, _ -> true).isEmpty()) {
            UUID _ = created(
                    operator,
                    path,
                    Map.of(
                            "from", today().toString(),
                            "until", today().plusYears(1).toString(),
                            "days", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                            "startTime", "09:00",
                            "endTime", "18:00"));
        }
    }

    private List<UUID> reservations(DemoFleet fleet, DemoWorld.Company company) {
        List<UUID> reservations = new ArrayList<>();
        for (DemoFleet.Ride ride : fleet.rides()) {
            Api driver = api.as(people.person(ride.driver()).token(company.id()));
            LocalDate day = today().plusDays(ride.daysAhead());
            String key = "demo-%s-%d-%s".formatted(fleet, reservations.size(), day);
            reservations.add(driver.post(
                            "/reservations",
                            Map.of(
                                    "vehicle",
                                            company.vehicles()
                                                    .get(ride.car())
                                                    .id()
                                                    .toString(),
                                    "start", at(day, ride.from()),
                                    "end", at(day, ride.until()),
                                    "corporate", ride.corporate()),
                            "Idempotency-Key",
                            key)
                    .expect(201)
                    .id());
        }
        return reservations;
    }

    private Api administratorOf(DemoCompany which, UUID company) {
        for (DemoUser user : DemoUser.values()) {
            if (user.company().equals(Optional.of(which)) && user.roles().contains("COMPANY_ADMIN")) {
                return api.as(people.person(user).token(company));
            }
        }
        throw new IllegalStateException(which + " has no administrator");
    }

    private Optional<UUID> existing(String path, Predicate<JsonNode> wanted) {
        String cursor = "";
        do {
            Answer page = operator.get(path + "?limit=100" + cursor).expect(200);
            for (JsonNode item : page.body().path("items")) {
                if (wanted.test(item)) {
                    return Optional.of(UUID.fromString(item.path("id").asText()));
                }
            }
            JsonNode next = page.body().path("nextCursor");
            cursor = next.isTextual() ? "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.UTF_8) : "";
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    private static UUID created(Api by, String path, Map<String, Object> body) {
        return by.post(path, body).expect(201).id();
    }

    private static Map<String, Object> point(double longitude, double latitude) {
        return Map.of("longitude", longitude, "latitude", latitude);
    }

    private static String digits(String businessNumber) {
        return businessNumber.replace("-", "");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(SEOUL));
    }

    private static String at(LocalDate day, LocalTime time) {
        return OffsetDateTime.of(day, time, SEOUL.getRules().getOffset(day.atTime(time)))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
