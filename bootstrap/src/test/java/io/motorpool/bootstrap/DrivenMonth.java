package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Answer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A company for which something was driven in the month that is over: a route with a slot, a vehicle and a rate, departures on
 * two days, each reported. Nothing is captured, calculated or confirmed yet.
 */
final class DrivenMonth {

    static final YearMonth MONTH = YearMonth.now(ZoneId.of("Asia/Seoul")).minusMonths(1);
    static final int WON = 45_001;
    static final String ERP_ACCOUNT = "17100001";

    private static final String DEPARTURE = "08:00";
    private static final List<LocalDate> DAYS = List.of(MONTH.atDay(2), MONTH.atDay(3));

    private final ClientCompany company;
    private final Person operator;
    private final Person clerk;
    private final Person approver;
    private final String routeName;
    private final UUID route;
    private final UUID slot;

    private DrivenMonth(RunningSystem system, String routeName) {
        this.company = system.newCompany();
        this.operator = system.operator();
        this.clerk = system.division("SETTLEMENT_CLERK");
        this.approver = system.division("SETTLEMENT_APPROVER");
        this.routeName = routeName;
        this.route = post("/companies/" + company.id() + "/routes", Map.of("name", routeName));
        this.slot = post("/routes/" + route + "/slots", Map.of("name", "1호차"));
    }

    static DrivenMonth of(RunningSystem system) {
        DrivenMonth month = new DrivenMonth(system, "판교-강남 출근");
        month.schedule();
        month.agreeRate();
        month.dispatch();
        month.drive();
        month.nameErpAccount();
        return month;
    }

    private void schedule() {
        List<Map<String, Object>> daily = Stream.of(DayOfWeek.values())
                .<Map<String, Object>>map(day -> Map.of("day", day.name(), "times", List.of(DEPARTURE)))
                .toList();
        operator.api()
                .post(
                        "/slots/" + slot + "/timetables",
                        Map.of("validFrom", MONTH.atDay(1).toString(), "departures", daily),
                        "If-Match",
                        operator.get("/slots/" + slot).expect(200).etag())
                .mustBe(200);
    }

    private void agreeRate() {
        once("/routes/" + route + "/rates", Map.of("validFrom", MONTH.atDay(1).toString(), "won", WON));
    }

    private void dispatch() {
        once(
                "/slots/" + slot + "/dispatches",
                Map.of(
                        "vehicle",
                        company.newVehicle().toString(),
                        "chauffeur",
                        UUID.randomUUID().toString(),
                        "from",
                        MONTH.atDay(1) + "T00:00:00+09:00"));
    }

    private void drive() {
        operator.api()
                .post(
                        "/sweeps/runs",
                        Map.of(
                                "company",
                                company.id().toString(),
                                "from",
                                DAYS.getFirst().toString(),
                                "until",
                                DAYS.getLast().toString()))
                .mustBe(200);
        DAYS.forEach(day -> runsOn(day).forEach(run -> complete(UUID.fromString(run), day)));
    }

    private void complete(UUID run, LocalDate day) {
        operator.api()
                .post(
                        "/runs/" + run + "/completion",
                        Map.of("left", day + "T08:02:00+09:00", "arrived", day + "T08:50:00+09:00"),
                        "If-Match",
                        operator.get("/runs/" + run).expect(200).etag())
                .mustBe(200);
    }

    List<String> runs() {
        return DAYS.stream().flatMap(day -> runsOn(day).stream()).toList();
    }

    private List<String> runsOn(LocalDate day) {
        return operator.get("/runs?limit=100&serviceDate=%s&company=%s".formatted(day, company.id()))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(run -> run.path("id").asText())
                .toList();
    }

    private void nameErpAccount() {
        clerk.api()
                .put("/companies/" + company.id() + "/erp-account", Map.of("number", ERP_ACCOUNT))
                .mustBe(200);
    }

    long supplyWon() {
        return (long) DAYS.size() * WON;
    }

    UUID company() {
        return company.id();
    }

    String routeName() {
        return routeName;
    }

    UUID route() {
        return route;
    }

    UUID slot() {
        return slot;
    }

    Person operator() {
        return operator;
    }

    Person clerk() {
        return clerk;
    }

    Person approver() {
        return approver;
    }

    ClientCompany client() {
        return company;
    }

    /** With everything captured. */
    Answer calculated() {
        operator.api()
                .post(
                        "/sweeps/prices",
                        Map.of(
                                "month",
                                MONTH.toString(),
                                "company",
                                company.id().toString()))
                .mustBe(200);
        return calculate().expect(200);
    }

    Answer calculate() {
        return clerk.api().post("/companies/%s/settlements/%s/calculation".formatted(company.id(), MONTH), null);
    }

    Answer confirm(Person by, Answer seen) {
        return by.api()
                .post(
                        "/settlements/" + seen.id() + "/confirmation",
                        null,
                        "If-Match",
                        seen.etag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    Answer look(Answer settlement) {
        return approver.get("/settlements/" + settlement.id()).expect(200);
    }

    /** Once the ERP's document has been read back. */
    Answer posted(Answer settlement) {
        return Eventually.of(() -> look(settlement), seen -> status(seen).equals("POSTED"));
    }

    static String status(Answer settlement) {
        return settlement.body().path("status").asText();
    }

    private UUID post(String path, Map<String, ?> body) {
        return operator.api().post(path, body).expect(201).id();
    }

    private void once(String path, Map<String, ?> body) {
        operator.api()
                .post(path, body, "Idempotency-Key", UUID.randomUUID().toString())
                .mustBe(201);
    }
}
