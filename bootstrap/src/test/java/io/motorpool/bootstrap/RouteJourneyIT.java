package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A route from its first rate to captured prices: who really drove, what it costs, and what SAP knows of it. */
@EndToEnd
class RouteJourneyIT {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate YESTERDAY = LocalDate.now(SEOUL).minusDays(1);
    private static final String ROUTE = "판교-강남 출퇴근";
    private static final String SLOT = "1호차";
    private static final Duration UNTIL_SAP_IS_ASKED_AGAIN = Duration.ofMinutes(5);

    private final RunningSystem system;
    private final SapDocuments sap;
    private final Person operator;
    private final ClientCompany company;

    RouteJourneyIT(RunningSystem system) {
        this.system = system;
        this.sap = SapDocuments.of(system);
        this.operator = system.operator();
        this.company = system.newCompany();
    }

    @Test
    void a_route_is_driven_substituted_and_priced_and_sap_knows_each_vehicle_once() {
        UUID route = openRoute();
        UUID slot = addSlot(route);
        UUID first = company.newVehicle();
        UUID second = company.newVehicle();
        Person chauffeur = chauffeur();
        Person substitute = chauffeur();

        agree(route, 45_000);
        String firstNumber = number(dispatch(slot, first, chauffeur, at(0, 0)).expect(201), 0);
        assertThat(dispatch(slot, second, substitute, at(9, 0)).code()).isEqualTo("slot-served");
        registerAll();
        assertThat(equipment(first)).singleElement().satisfies(record -> isInstalled(record, firstNumber));

        planYesterday();
        List<JsonNode> runs = items(chauffeur.get("/me/runs?serviceDate=" + YESTERDAY));
        assertThat(runs).extracting(run -> run.path("departure").asText()).containsExactly(at(7, 30), at(18, 10));
        reportedByChauffeur(chauffeur, runs.getFirst());
        reportedByOperator(runs.getLast());
        assertThat(captured()).isEqualTo(2);
        assertThat(captured()).isZero();

        // In the evening it was another vehicle: somebody writes it down today, until the day after tomorrow.
        String back = Instant.now()
                .plus(Duration.ofDays(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Answer substituted = once(
                        "/slots/" + slot + "/substitutions",
                        Person.with(order(second, substitute, at(12, 0)), Map.of("until", back, "cause", "BREAKDOWN")))
                .expect(201);

        assertThat(substituted.body().path("chargesMoved").asInt()).isEqualTo(1);
        String secondNumber = number(substituted, 0);
        assertThat(List.of(firstNumber, secondNumber, number(substituted, 1))).doesNotHaveDuplicates();
        List<JsonNode> contracts = items(operator.get("/slots/" + slot + "/contracts"));
        assertThat(contracts)
                .extracting(contract -> contract.path("vehicle").asText())
                .containsExactly(first.toString(), second.toString(), first.toString());
        assertThat(contracts.get(1).path("until").asText()).isEqualTo(back);
        assertThat(items(chauffeur.get("/me/runs?serviceDate=" + YESTERDAY))).hasSize(1);
        assertThat(items(substitute.get("/me/runs?serviceDate=" + YESTERDAY))).hasSize(1);

        registerAll();
        assertThat(equipment(second)).singleElement().satisfies(record -> isInstalled(record, secondNumber));
        assertThat(equipment(first))
                .singleElement()
                .satisfies(
                        record -> assertThat(record.path("EquipmentIsInstalled").asBoolean())
                                .isFalse());

        agree(route, 50_000);
        List<JsonNode> drift = items(operator.get("/routes/" + route + "/price-drift?month=" + month()));
        assertThat(drift).hasSize(2).allSatisfy(each -> {
            assertThat(each.at("/captured/won").asInt()).isEqualTo(45_000);
            assertThat(each.at("/today/won").asInt()).isEqualTo(50_000);
        });
        assertThat(captured()).isZero();
        system.newCompany().admin().get("/vehicle-contracts/" + secondNumber).mustBe(404);
        assertThat(company.admin()
                        .get("/vehicle-contracts/" + secondNumber)
                        .expect(200)
                        .body()
                        .path("vehicle")
                        .asText())
                .isEqualTo(second.toString());
    }

    @Test
    void a_run_without_a_rate_is_listed_until_somebody_agrees_one() {
        UUID route = openRoute();
        UUID slot = addSlot(route);
        dispatch(slot, company.newVehicle(), chauffeur(), at(0, 0)).mustBe(201);
        planYesterday();
        items(operator.get(runs())).forEach(this::reportedByOperator);

        assertThat(captured()).isZero();
        assertThat(unpriced())
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.path("lacks").asText()).isEqualTo("RATE"));
        agree(route, 45_000);
        assertThat(unpriced()).isEmpty();
        assertThat(captured()).isEqualTo(2);
    }

    @Test
    void a_division_without_a_live_feed_reports_a_day_by_workbook() {
        Sheets sheets = new Sheets(system);
        UUID slot = addSlot(openRoute());
        dispatch(slot, company.newVehicle(), chauffeur(), at(0, 0)).mustBe(201);
        planYesterday();
        String path = "/companies/" + company.id() + "/run-sheet?serviceDate=" + YESTERDAY;
        List<String> morning = List.of(YESTERDAY.toString(), ROUTE, SLOT, "07:30", "7:32", "8시25분", "");
        List<String> evening = List.of(YESTERDAY.toString(), ROUTE, SLOT, "18:10", "", "", "기상");
        List<String> wrong = List.of(YESTERDAY.toString(), ROUTE, SLOT, "18:10", "아침", "", "");

        byte[] asPlanned = sheets.get(operator, path).expect(200).bytes();
        JsonNode planned = sheets.post(operator, path, Sheets.MEDIA_TYPE, asPlanned)
                .expect(200)
                .json();
        assertThat(planned.path("reported").asInt()).isZero();
        assertThat(planned.path("unchanged").asInt()).isEqualTo(2);

        JsonNode refused = sheets.post(operator, path, Sheets.MEDIA_TYPE, Sheets.runSheet(List.of(morning, wrong)))
                .expect(422)
                .json();
        assertThat(refused.path("errors").findValuesAsText("cell")).containsExactly("운행!E4");
        assertThat(statuses()).containsOnly("SCHEDULED");

        byte[] filledIn = Sheets.runSheet(List.of(morning, evening));
        JsonNode taken = sheets.post(operator, path, Sheets.MEDIA_TYPE, filledIn)
                .expect(200)
                .json();
        JsonNode again = sheets.post(operator, path, Sheets.MEDIA_TYPE, filledIn)
                .expect(200)
                .json();
        assertThat(taken.path("reported").asInt()).isEqualTo(2);
        assertThat(again.path("reported").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(2);
        assertThat(statuses()).containsExactlyInAnyOrder("COMPLETED", "CANCELLED");
    }

    private List<String> statuses() {
        return items(operator.get(runs())).stream()
                .map(run -> run.path("status").asText())
                .toList();
    }

    @Test
    void sap_being_down_fails_no_dispatch_and_hears_of_it_later() {
        UUID slot = addSlot(openRoute());
        UUID vehicle = company.newVehicle();
        registerAll();
        system.parts().sap().stop();
        String number;
        try {
            number = number(dispatch(slot, vehicle, chauffeur(), at(0, 0)).expect(201), 0);
            registerAll();
            assertThat(items(operator.get("/vehicle-registrations?company=" + company.id())))
                    .singleElement()
                    .satisfies(waiting -> {
                        assertThat(waiting.path("trouble").asText()).isEqualTo("OUT_OF_REACH");
                        assertThat(waiting.path("rejected").asBoolean()).isFalse();
                        assertThat(waiting.path("attempts").asInt()).isPositive();
                    });
            operator.api()
                    .post("/vehicles/" + vehicle + "/registration-retry", null)
                    .mustBe(404);
        } finally {
            system.parts().sap().start();
        }

        registerAll();
        assertThat(equipment(vehicle)).as("SAP is left alone for a while").isEmpty();
        system.hourglass().passForRegistration(vehicle, UNTIL_SAP_IS_ASKED_AGAIN);
        registerAll();
        assertThat(equipment(vehicle)).singleElement().satisfies(record -> isInstalled(record, number));
        assertThat(items(operator.get("/vehicle-registrations?company=" + company.id())))
                .isEmpty();
    }

    private UUID openRoute() {
        return operator.api()
                .post("/companies/" + company.id() + "/routes", Map.of("name", ROUTE))
                .expect(201)
                .id();
    }

    /** Departs every day at 07:30 and at 18:10. */
    private UUID addSlot(UUID route) {
        Answer added = operator.api()
                .post("/routes/" + route + "/slots", Map.of("name", SLOT))
                .expect(201);
        List<Map<String, Object>> daily = Stream.of(DayOfWeek.values())
                .<Map<String, Object>>map(day -> Map.of("day", day.name(), "times", List.of("18:10", "07:30")))
                .toList();
        operator.api()
                .post(
                        "/slots/" + added.id() + "/timetables",
                        Map.of("validFrom", YESTERDAY.toString(), "departures", daily),
                        "If-Match",
                        added.etag())
                .mustBe(200);
        return added.id();
    }

    private Person chauffeur() {
        return system.division("CHAUFFEUR");
    }

    private void agree(UUID route, int won) {
        once("/routes/" + route + "/rates", Map.of("validFrom", YESTERDAY.toString(), "won", won))
                .mustBe(201);
    }

    private Answer dispatch(UUID slot, UUID vehicle, Person driver, String from) {
        return once("/slots/" + slot + "/dispatches", order(vehicle, driver, from));
    }

    private static Map<String, Object> order(UUID vehicle, Person driver, String from) {
        return Map.of("vehicle", vehicle.toString(), "chauffeur", driver.user().toString(), "from", from);
    }

    private Answer once(String path, Map<String, ?> body) {
        return operator.api()
                .post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private void planYesterday() {
        operator.api()
                .post(
                        "/sweeps/runs",
                        Map.of(
                                "company",
                                company.id().toString(),
                                "from",
                                YESTERDAY.toString(),
                                "until",
                                YESTERDAY.toString()))
                .mustBe(200);
    }

    private void reportedByChauffeur(Person chauffeur, JsonNode run) {
        String path = "/runs/" + run.path("id").asText();
        Api api = chauffeur.api();
        Answer left = api.post(
                        path + "/departure",
                        Map.of("left", at(7, 32)),
                        "If-Match",
                        api.get(path).etag())
                .expect(200);
        Answer arrived = api.post(path + "/arrival", Map.of("arrived", at(8, 25)), "If-Match", left.etag())
                .expect(200);
        assertThat(arrived.body().path("status").asText()).isEqualTo("COMPLETED");
    }

    private void reportedByOperator(JsonNode run) {
        String path = "/runs/" + run.path("id").asText();
        Instant departure = Instant.parse(run.path("departure").asText());
        operator.api()
                .post(
                        path + "/completion",
                        Map.of(
                                "left", departure.toString(),
                                "arrived",
                                        departure.plus(Duration.ofMinutes(50)).toString()),
                        "If-Match",
                        operator.get(path).etag())
                .mustBe(200);
    }

    private int captured() {
        return operator.api()
                .post(
                        "/sweeps/prices",
                        Map.of("month", month(), "company", company.id().toString()))
                .expect(200)
                .body()
                .path("runs")
                .asInt();
    }

    private List<JsonNode> unpriced() {
        return items(company.admin().get("/companies/" + company.id() + "/unpriced-runs?month=" + month()));
    }

    private String runs() {
        return "/runs?serviceDate=" + YESTERDAY + "&company=" + company.id();
    }

    /** What timers do elsewhere. */
    private void registerAll() {
        boolean found;
        do {
            found = operator.api()
                    .post("/sweeps/vehicle-registrations", null)
                    .expect(200)
                    .body()
                    .path("found")
                    .asBoolean();
        } while (found);
    }

    private List<JsonNode> equipment(UUID vehicle) {
        String vin = operator.get("/vehicles/" + vehicle)
                .expect(200)
                .body()
                .path("vin")
                .asText();
        List<JsonNode> found = new ArrayList<>();
        sap.equipment(vin).forEach(found::add);
        return found;
    }

    private static void isInstalled(JsonNode record, String contract) {
        assertThat(record.path("EquipmentIsInstalled").asBoolean()).isTrue();
        assertThat(record.path("InventoryNumber").asText()).isEqualTo(contract);
    }

    private static String number(Answer dispatched, int issued) {
        return dispatched.body().path("issued").path(issued).path("number").asText();
    }

    private static List<JsonNode> items(Answer answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.expect(200).body().path("items").forEach(items::add);
        return items;
    }

    private static String month() {
        return YearMonth.from(YESTERDAY).toString();
    }

    /** Yesterday. */
    private static String at(int hour, int minute) {
        return YESTERDAY.atTime(hour, minute).atZone(SEOUL).toInstant().toString();
    }
}
