package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.bootstrap.ClientCompany;
import io.motorpool.bootstrap.Eventually;
import io.motorpool.bootstrap.Person;
import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.bootstrap.Slot;
import io.motorpool.sandbox.api.Answer;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A company with a life: people, zones, vehicles, plans, reservations, notes, blocks, cards, a key
 * on offer, routes and runs, some of each. */
final class Tenant {

    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Set<String> TELLING =
            Set.of("name", "department", "plate", "vin", "businessNumber", "text", "number");
    /** What belongs to no company. */
    static final Set<String> NOBODYS = Set.of(
            "sessions", "service-accounts", "keys", "settlement-jobs", "legacy-reservations", "difference-rules");

    private static final Map<String, String> REASON = Map.of("code", "OPERATIONS", "note", "a life of its own");

    private final ClientCompany company;
    private final List<Person> members = new ArrayList<>();
    private final Map<String, List<UUID>> ids;
    private final Set<String> secrets = new HashSet<>();

    private Tenant(ClientCompany company, Map<String, List<UUID>> ids) {
        this.company = company;
        this.ids = ids;
    }

    static Tenant founded(RunningSystem system, long seed) {
        return new Founding(system, new Random(seed)).found();
    }

    UUID id() {
        return company.id();
    }

    Person admin() {
        return company.admin();
    }

    List<Person> members() {
        return members;
    }

    Things things() {
        return new Things(ids);
    }

    /** Whatever nobody else may read, in the form in which answers would show it. */
    Set<String> secrets() {
        return secrets;
    }

    /** What there is, depends on the dice. */
    private static final class Founding {

        private final int number = TENANTS.incrementAndGet();
        private final Random dice;
        private final Person operator;
        private final Person clerk;
        private final ClientCompany company;
        private final Tenant tenant;
        private final List<UUID> zones = new ArrayList<>();
        private final List<UUID> vehicles = new ArrayList<>();
        private final List<UUID> windows = new ArrayList<>();
        private final List<UUID> reservations = new ArrayList<>();
        private final List<UUID> occupancies = new ArrayList<>();
        private final List<UUID> users = new ArrayList<>();
        private final List<UUID> routes = new ArrayList<>();
        private final List<UUID> slots = new ArrayList<>();

        Founding(RunningSystem system, Random dice) {
            this.dice = dice;
            this.operator = system.division("OPERATOR", "SUPPORT_AGENT");
            this.clerk = system.division("SETTLEMENT_CLERK");
            this.company = system.newCompany();
            this.tenant = new Tenant(company, new HashMap<>());
        }

        Tenant found() {
            zones.add(company.zone());
            users.add(company.admin().user());
            some(() -> zones.add(company.newZone("구역 " + number + "-" + zones.size())));
            some(this::member);
            some(this::vehicle);
            some(this::route);
            tenant.ids.put("routes", routes);
            tenant.ids.put("slots", slots);
            tenant.ids.put("runs", runs());
            tenant.ids.put("vehicle-contracts", List.of(UUID.randomUUID()));
            tenant.ids.putAll(Map.of(
                    "companies", List.of(company.id()),
                    "zones", zones,
                    "vehicles", vehicles,
                    "plan-windows", windows,
                    "reservations", reservations,
                    "occupancies", occupancies,
                    "users", users,
                    "members", ids("/companies/" + company.id() + "/members?limit=100")));
            tenant.ids.put("settlements", List.of(settlement()));
            tenant.ids.put("cards", cards());
            tenant.ids.put("hand-overs", List.of(handOver()));
            tenant.ids.put("payments", payments());
            tenant.ids.put("driving-log-entries", reservations);
            tenant.ids.put("driving-log-exports", List.of(export()));
            NOBODYS.forEach(collection -> tenant.ids.put(collection, List.of(UUID.randomUUID())));
            learn();
            return tenant;
        }

        private void some(Runnable one) {
            for (int i = 1 + dice.nextInt(3); i > 0; i--) {
                one.run();
            }
        }

        private void member() {
            Person member = company.newMember("직원 " + number + "-" + users.size());
            users.add(member.user());
            tenant.members.add(member);
        }

        private void vehicle() {
            UUID vehicle = company.newVehicle();
            vehicles.add(vehicle);
            windows.add(post("/vehicles/" + vehicle + "/plan-windows", plan()));
            Person driver = tenant.members.get(dice.nextInt(tenant.members.size()));
            Slot slot = Slot.hourIn(24 + 4 * vehicles.size());
            UUID reservation = driver.reserve(vehicle, slot).expect(201).id();
            reservations.add(reservation);
            var _ = add(
                    "/reservations/" + reservation,
                    "/notes",
                    Map.of("text", "note " + number + "-" + reservations.size(), "reason", REASON));
            Slot blocked = Slot.hourIn(200);
            occupancies.add(add(
                    "/vehicles/" + vehicle,
                    "/occupancies",
                    Map.of(
                            "cause",
                            "MAINTENANCE",
                            "start",
                            blocked.start().toString(),
                            "end",
                            blocked.end().toString(),
                            "relocate",
                            false,
                            "reason",
                            REASON)));
        }

        /** One of each owner. */
        private List<UUID> cards() {
            Person member = tenant.members.getFirst();
            String own = "/companies/" + company.id() + "/cards";
            return List.of(
                    member.api().post("/cards", card()).expect(201).id(),
                    company.admin().api().post(own, card()).expect(201).id(),
                    company.admin()
                            .api()
                            .post(own, Person.with(card(), Map.of("member", member.user())))
                            .expect(201)
                            .id());
        }

        private Map<String, Object> card() {
            return Map.of(
                    "token",
                    "tok_" + UUID.randomUUID(),
                    "brand",
                    "BC " + number,
                    "lastFour",
                    "4242",
                    "expiry",
                    "2030-12");
        }

        /** On offer, while its vehicle is used. */
        private UUID handOver() {
            UUID vehicle = company.newVehicle();
            vehicles.add(vehicle);
            windows.add(post("/vehicles/" + vehicle + "/plan-windows", plan()));
            Person driver = tenant.members.getFirst();
            Answer reserved = driver.reserve(vehicle, Slot.hourIn(0)).expect(201);
            reservations.add(reserved.id());
            driver.step(reserved, "start", Map.of("odometerKm", 10_000)).mustBe(200);
            operator.api().post("/sweeps/vehicle-keys", null).mustBe(200);
            return driver.api()
                    .post(
                            "/reservations/" + reserved.id() + "/hand-overs",
                            Map.of("recipient", company.admin().user()))
                    .expect(201)
                    .id();
        }

        private List<UUID> payments() {
            return read("/reservations/" + reservations.getFirst() + "/account")
                    .path("payments")
                    .findValuesAsText("id")
                    .stream()
                    .map(UUID::fromString)
                    .toList();
        }

        /** Of a month in which nothing was driven. */
        private UUID settlement() {
            return clerk.api()
                    .post("/companies/" + company.id() + "/settlements/" + SoundRequests.MONTH + "/calculation", null)
                    .expect(200)
                    .id();
        }

        /** The workbook of a month in which vehicles are under the plan and reserved. */
        private UUID export() {
            UUID export = post(
                    "/companies/" + company.id() + "/driving-log-exports",
                    Map.of("firstDay", "2026-12-01", "lastDay", "2026-12-31"));
            String state = Eventually.of(
                            () -> read("/driving-log-exports/" + export),
                            seen -> !seen.path("state").asText().equals("WAITING"))
                    .path("state")
                    .asText();
            if (!state.equals("READY")) {
                throw new IllegalStateException("the workbook is " + state);
            }
            return export;
        }

        /** With a slot that departs tomorrow, a rate, and a vehicle of its own. */
        private void route() {
            UUID route = post(
                    "/companies/" + company.id() + "/routes", Map.of("name", "노선 " + number + "-" + routes.size()));
            routes.add(route);
            UUID slot = post("/routes/" + route + "/slots", Map.of("name", "호차 " + number + "-" + slots.size()));
            slots.add(slot);
            String seen = operator.get("/slots/" + slot).expect(200).etag();
            List<Map<String, Object>> daily = Stream.of(DayOfWeek.values())
                    .<Map<String, Object>>map(day -> Map.of("day", day.name(), "times", List.of("23:50")))
                    .toList();
            operator.api()
                    .post(
                            "/slots/" + slot + "/timetables",
                            Map.of("validFrom", today().toString(), "departures", daily),
                            "If-Match",
                            seen)
                    .mustBe(200);
            once("/routes/" + route + "/rates", Map.of("validFrom", today().toString(), "won", 45_000));
            once(
                    "/slots/" + slot + "/dispatches",
                    Map.of(
                            "vehicle", company.newVehicle().toString(),
                            "chauffeur", UUID.randomUUID().toString(),
                            "from",
                                    Instant.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString()));
        }

        private void once(String path, Map<String, ?> body) {
            operator.api()
                    .post(path, body, "Idempotency-Key", UUID.randomUUID().toString())
                    .mustBe(201);
        }

        private static LocalDate today() {
            return LocalDate.now(ZoneId.of("Asia/Seoul"));
        }

        /** Of tomorrow, made now. */
        private List<UUID> runs() {
            String tomorrow = today().plusDays(1).toString();
            operator.api()
                    .post(
                            "/sweeps/runs",
                            Map.of("company", company.id().toString(), "from", tomorrow, "until", tomorrow))
                    .mustBe(200);
            return ids("/runs?limit=100&serviceDate=" + tomorrow + "&company=" + company.id());
        }

        private static Map<String, Object> plan() {
            return Map.of(
                    "from", "2026-12-01",
                    "until", "2027-11-30",
                    "days", List.of("MONDAY"),
                    "startTime", "09:00",
                    "endTime", "18:00");
        }

        private UUID post(String path, Map<String, ?> body) {
            return operator.api().post(path, body).expect(201).id();
        }

        /** To something as it is now. */
        private UUID add(String to, String list, Map<String, ?> body) {
            String seen = operator.get(to).expect(200).etag();
            return operator.api()
                    .post(to + list, body, "If-Match", seen)
                    .expect(201)
                    .id();
        }

        private List<UUID> ids(String path) {
            return read(path).findValuesAsText("id").stream()
                    .map(UUID::fromString)
                    .toList();
        }

        private JsonNode read(String path) {
            return operator.get(path).expect(200).body();
        }

        /** As those see it who may see everything. */
        private void learn() {
            String own = "/companies/" + company.id();
            learn(read(own));
            learn(read("/companies/" + company.id() + "/driving-log?firstDay=2026-12-01&lastDay=2026-12-31"));
            tenant.secrets.add(tenant.things().one("driving-log-exports").toString());
            for (String list : List.of("/members", "/zones", "/vehicles", "/audit", "/routes")) {
                learn(read(own + list + "?limit=100"));
            }
            vehicles.forEach(vehicle -> learn(read("/vehicles/" + vehicle + "/plan-windows")));
            reservations.forEach(reservation -> learn(read("/reservations/" + reservation + "/notes")));
            reservations.forEach(reservation -> learn(read("/reservations/" + reservation + "/account")));
            reservations.forEach(reservation -> learn(read("/reservations/" + reservation + "/key")));
            // The first is its owner's, who sees it under every profile.
            tenant.things().all("cards").stream().skip(1).forEach(card -> tenant.secrets.add(card.toString()));
            learn(read("/reservations?limit=100&company=" + company.id()));
            learn(read("/settlements?limit=100&company=" + company.id()));
            routes.forEach(route -> learn(read("/routes/" + route + "/slots")));
            slots.forEach(slot -> learn(read("/slots/" + slot + "/contracts")));
            tenant.things().all("runs").forEach(run -> tenant.secrets.add(run.toString()));
            occupancies.forEach(occupancy -> tenant.secrets.add(occupancy.toString()));
        }

        private void learn(JsonNode body) {
            UUIDS.matcher(body.toString()).results().forEach(found -> tenant.secrets.add(found.group()));
            for (String member : TELLING) {
                body.findValuesAsText(member).forEach(value -> tenant.secrets.add("\"" + value + "\""));
            }
        }
    }
}
