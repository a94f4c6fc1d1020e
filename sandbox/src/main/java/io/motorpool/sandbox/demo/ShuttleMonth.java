package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.shuttle.SapBooks;
import io.motorpool.sandbox.shuttle.ShuttleDesk;
import io.motorpool.sandbox.shuttle.ShuttleDesk.Departure;
import io.motorpool.sandbox.shuttle.ShuttleDesk.Shuttle;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first half of the story: what was driven for a company in the month that is over, and in which vehicle. */
final class ShuttleMonth {

    static final String COMMUTE = "판교-강남 출퇴근";
    static final String LUNCH = "본사-연구소 순환";
    static final int PRICE = 45_000;
    static final int NEW_PRICE = 47_000;

    private static final EnumSet<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 10);
    private static final int OPEN = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final YearMonth month;
    private final Clock clock;
    private final ShuttleDesk desk;
    private final ShuttleDesk quietly;
    private final UUID company;
    private final UUID chauffeur;
    private final UUID otherChauffeur;
    private final Shuttle first;
    private final Shuttle second;
    private final Shuttle spare;
    private UUID commute = new UUID(0, 0);
    private UUID lunch = new UUID(0, 0);
    private UUID commuteSlot = new UUID(0, 0);
    private UUID lunchSlot = new UUID(0, 0);
    private List<Departure> open = List.of();

    ShuttleMonth(Stage stage, YearMonth month, Clock clock) {
        this.stage = stage;
        this.month = month;
        this.clock = clock;
        this.desk = new ShuttleDesk(stage.as(DemoUser.OPERATOR));
        this.quietly = new ShuttleDesk(stage.offstage(DemoUser.OPERATOR));
        this.company = quietly.company("새봄반도체");
        UUID zone = quietly.zone(company);
        this.first = quietly.vehicle(company, zone);
        this.second = quietly.vehicle(company, zone);
        this.spare = quietly.vehicle(company, zone);
        this.chauffeur = stage.person(DemoUser.CHAUFFEUR).id();
        this.otherChauffeur = stage.newcomer("홍지은").id();
    }

    UUID company() {
        return company;
    }

    YearMonth month() {
        return month;
    }

    LocalDate day(int ofMonth) {
        return month.atDay(ofMonth);
    }

    UUID lunch() {
        return lunch;
    }

    Shuttle spare() {
        return spare;
    }

    void contract() {
        stage.tell(
                ("Saebom Semiconductor (새봄반도체) has its people driven: a commute in the morning and in the evening, and a"
                                + " circle at noon. The operator writes down the routes, their slots and timetables, from %s on.")
                        .formatted(day(1)));
        commute = desk.route(company, COMMUTE);
        commuteSlot = desk.slot(commute, "1호차", day(1), WEEKDAYS, List.of(MORNING, EVENING));
        lunch = desk.route(company, LUNCH);
        lunchSlot = desk.slot(lunch, "순환 1호", day(1), WEEKDAYS, List.of(NOON));
        stage.tell("The commute costs %s a run, and %s from the 16th on. What the circle costs is still negotiated."
                .formatted(Won.of(PRICE), Won.of(NEW_PRICE)));
        desk.rate(commute, day(1), PRICE);
        desk.rate(commute, day(16), NEW_PRICE);
        stage.tell("Each slot gets a vehicle and a chauffeur. A vehicle contract number comes by itself.");
        OffsetDateTime begin = ShuttleDesk.at(day(1), LocalTime.MIDNIGHT);
        desk.dispatch(commuteSlot, first.id(), chauffeur, begin).mustBe(201);
        desk.dispatch(lunchSlot, second.id(), otherChauffeur, begin).mustBe(201);
    }

    void drive() {
        stage.tell(
                ("The timetable asks for runs. Every day they are planned ahead; the month that is over is planned by"
                        + " command, which an open month allows."));
        int _ = desk.plan(company, day(1), month.atEndOfMonth());
        List<Departure> all = quietly.runs(company, month);
        stage.show("%d runs in %s, %d of them commutes".formatted(all.size(), month, ofCommute(all)));
        LocalDate firstDay = all.getFirst().at().toLocalDate();
        stage.tell("The chauffeur sees what he drives on the first day, and reports a departure and an arrival.");
        Api asChauffeur = stage.as(DemoUser.CHAUFFEUR);
        JsonNode own = ofThisCompany(
                asChauffeur.get("/me/runs?serviceDate=" + firstDay).expect(200).body());
        reportAs(asChauffeur, own);
        stage.tell("On the second evening a storm comes up: support cancels that run, and nobody pays for it.");
        Departure stormy = all.stream()
                .filter(run -> run.at().toLocalDate().isAfter(firstDay)
                        && run.at().toLocalTime().equals(EVENING))
                .findFirst()
                .orElseThrow();
        Answer seen =
                stage.offstage(DemoUser.SUPPORT).get("/runs/" + stormy.id()).expect(200);
        stage.as(DemoUser.SUPPORT)
                .post("/runs/" + stormy.id() + "/cancellation", Map.of("cause", "WEATHER"), "If-Match", seen.etag())
                .mustBe(200);
        List<Departure> rest = all.stream()
                .filter(run -> !run.id().toString().equals(own.path("id").asText()))
                .filter(run -> !run.id().equals(stormy.id()))
                .toList();
        open = rest.subList(rest.size() - OPEN, rest.size());
        List<Departure> driven = rest.subList(0, rest.size() - OPEN);
        stage.tell("The other %d are reported in the same way, which is not printed; the last %d nobody reports."
                .formatted(driven.size(), OPEN));
        driven.forEach(quietly::complete);
    }

    /** A chauffeur who was in an earlier play drove on that day too. */
    private JsonNode ofThisCompany(JsonNode runs) {
        for (JsonNode run : runs.path("items")) {
            if (run.path("slot").asText().equals(commuteSlot.toString())) {
                return run;
            }
        }
        throw new IllegalStateException("the chauffeur has no run of this company");
    }

    private long ofCommute(List<Departure> runs) {
        return runs.stream().filter(run -> run.slot().equals(commuteSlot)).count();
    }

    private static void reportAs(Api chauffeur, JsonNode own) {
        String path = "/runs/" + own.path("id").asText();
        OffsetDateTime departure = OffsetDateTime.parse(own.path("departure").asText());
        Answer seen = chauffeur.get(path).expect(200);
        Answer left = chauffeur
                .post(
                        path + "/departure",
                        Map.of("left", ShuttleDesk.written(departure.plusMinutes(3))),
                        "If-Match",
                        seen.etag())
                .expect(200);
        chauffeur
                .post(
                        path + "/arrival",
                        Map.of("arrived", ShuttleDesk.written(departure.plusMinutes(51))),
                        "If-Match",
                        left.etag())
                .mustBe(200);
    }

    void breakDown() {
        LocalDate thursday = day(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
        stage.tell("Prices are copied from the rates every hour. Somebody asks for it now.");
        stage.as(DemoUser.CLERK)
                .post("/sweeps/prices", Map.of("month", month.toString(), "company", company.toString()))
                .mustBe(200);
        stage.tell(("Only now the garage says that %s broke down on Thursday, %s, and %s drove in its place until the"
                        + " weekend. The month is open, so it is written down as it was: a number for the substitute, a further"
                        + " one for the return, and the charges of those days change hands with their prices.")
                .formatted(first.plate(), thursday, spare.plate()));
        ShuttleDesk support = new ShuttleDesk(stage.as(DemoUser.SUPPORT));
        Answer substituted = support.substitute(
                        commuteSlot,
                        spare.id(),
                        chauffeur,
                        "BREAKDOWN",
                        ShuttleDesk.at(thursday, NOON),
                        ShuttleDesk.at(thursday.plusDays(4), LocalTime.MIDNIGHT))
                .expect(201);
        stage.show("%d charges moved to %s and %s"
                .formatted(
                        substituted.body().path("chargesMoved").asLong(),
                        substituted.body().at("/issued/0/number").asText(),
                        substituted.body().at("/issued/1/number").asText()));
        stage.tell("Every contract of the slot, for ever:");
        stage.as(DemoUser.SUPPORT).get("/slots/" + commuteSlot + "/contracts").mustBe(200);
    }

    void goOnWithAnother() {
        stage.backstage().ifPresent(_ -> awaitSap());
        stage.tell(
                "Today %s goes to its inspection, and %s takes the circle over. SAP is told by itself, a moment later."
                        .formatted(second.plate(), spare.plate()));
        new ShuttleDesk(stage.as(DemoUser.SUPPORT))
                .substitute(
                        lunchSlot,
                        spare.id(),
                        otherChauffeur,
                        "INSPECTION",
                        clock.instant()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(ShuttleDesk.SEOUL)
                                .toOffsetDateTime(),
                        null)
                .mustBe(201);
    }

    void lookIntoSap(Backstage backstage) {
        awaitSap();
        stage.tell("Nothing waits to be told to SAP any more:");
        stage.as(DemoUser.OPERATOR)
                .get("/vehicle-registrations?company=" + company)
                .mustBe(200);
        stage.tell("What SAP itself says, asked past Motorpool:");
        show(backstage.sap(), first, commuteSlot);
        show(backstage.sap(), spare, lunchSlot);
        show(backstage.sap(), second, null);
    }

    /** SAP hears of each vehicle by itself, within seconds. */
    private void awaitSap() {
        Api operator = stage.offstage(DemoUser.OPERATOR);
        boolean _ = Processes.await(() -> nothingWaits(operator), PATIENCE);
    }

    private boolean nothingWaits(Api operator) {
        return operator.get("/vehicle-registrations?company=" + company)
                .expect(200)
                .body()
                .path("items")
                .isEmpty();
    }

    private void show(SapBooks sap, Shuttle vehicle, @Nullable UUID slot) {
        List<JsonNode> found = sap.equipment(vehicle.id());
        if (found.size() != 1) {
            throw new IllegalStateException("%s has %d records in SAP".formatted(vehicle.plate(), found.size()));
        }
        JsonNode record = found.getFirst();
        boolean installed = record.path("EquipmentIsInstalled").asBoolean();
        String place = record.path("FunctionalLocation").asText();
        if (installed != (slot != null) || slot != null && !place.equals(SapBooks.place(slot))) {
            throw new IllegalStateException("%s is at %s in SAP".formatted(vehicle.plate(), place));
        }
        stage.show("Equipment %s  %-24s InventoryNumber %s  %s"
                .formatted(
                        record.path("Equipment").asText(),
                        record.path("EquipmentName").asText(),
                        record.path("InventoryNumber").asText(),
                        installed ? "installed at " + place : "not installed"));
    }

    /** What was left open is reported after all. */
    void reportTheRest() {
        open.forEach(desk::complete);
    }

    void agreeOnLunch(int won) {
        new ShuttleDesk(stage.as(DemoUser.CLERK)).rate(lunch, day(1), won);
    }
}
