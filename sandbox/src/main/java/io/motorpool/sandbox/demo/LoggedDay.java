package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.people.Person;
import io.motorpool.sandbox.shuttle.ShuttleDesk;
import io.motorpool.sandbox.shuttle.ShuttleDesk.Shuttle;
import io.motorpool.sandbox.token.DemoUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first half of the story: what was driven on a day of the month that is over, in a car that has hours of its own. */
final class LoggedDay {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GRID = Duration.ofMinutes(10);

    private final Stage stage;
    private final LocalDate day;
    private final Clock clock;
    private final UUID company;
    private final Shuttle car;
    private final Person admin;
    private final Person driver;
    private final Person colleague;
    private UUID inHours = new UUID(0, 0);
    private UUID partly = new UUID(0, 0);
    private UUID tagged = new UUID(0, 0);
    private int lastHour = -1;

    LoggedDay(Stage stage, LocalDate day, Clock clock) {
        this.stage = stage;
        this.day = day;
        this.clock = clock;
        ShuttleDesk quietly = new ShuttleDesk(stage.offstage(DemoUser.OPERATOR));
        this.company = quietly.company("가온디자인");
        this.car = quietly.vehicle(company, quietly.zone(company));
        this.admin = enrolled("윤서아", "COMPANY_ADMIN");
        this.driver = enrolled("임도현", "MEMBER");
        this.colleague = enrolled("송하준", "MEMBER");
    }

    private Person enrolled(String name, String role) {
        Person person = stage.newcomer(name);
        stage.offstage(DemoUser.OPERATOR)
                .post(
                        "/companies/" + company + "/members",
                        Map.of(
                                "user",
                                person.id().toString(),
                                "name",
                                name,
                                "department",
                                "디자인팀",
                                "role",
                                role,
                                "acceptsHandOver",
                                true,
                                "licence",
                                Map.of("licenceClass", "CLASS_1_ORDINARY", "expiry", "2099-12-31")))
                .mustBe(201);
        return person;
    }

    UUID company() {
        return company;
    }

    Shuttle car() {
        return car;
    }

    LocalDate day() {
        return day;
    }

    YearMonth month() {
        return YearMonth.from(day);
    }

    UUID inHours() {
        return inHours;
    }

    UUID partly() {
        return partly;
    }

    UUID tagged() {
        return tagged;
    }

    String driverId() {
        return driver.id().toString();
    }

    /** The company's administrator, whose exchanges are printed. */
    Api asAdmin() {
        return stage.asMember(admin, company);
    }

    void agree() {
        stage.tell(
                ("Gaon Design (가온디자인) has %s to itself on working days from nine to six: what is driven then is driven for"
                                + " the company, tagged or not.")
                        .formatted(car.plate()));
        stage.as(DemoUser.OPERATOR)
                .post(
                        "/vehicles/" + car.id() + "/plan-windows",
                        Map.of(
                                "from", month().atDay(1).toString(),
                                "until", month().plusMonths(11).atEndOfMonth().toString(),
                                "days", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                                "startTime", "09:00",
                                "endTime", "18:00"))
                .mustBe(201);
    }

    void drive(Backstage backstage) {
        stage.tell(
                ("On %s the car is out three times. (This machine lets the time pass.) In the morning nobody thinks of the tag.")
                        .formatted(day));
        stage.tell("Half way the driver hands the key over to a colleague, and the row will be split there.");
        inHours = shared(backstage);
        stage.tell("In the afternoon the car stays out until seven, an hour longer than it is the company's.");
        partly = trip(backstage, 17, 2, false, 41_020, 41_035);
        stage.tell("At eight it is tagged; and the driver reads 41,350 where the dashboard shows 41,050.");
        tagged = trip(backstage, 20, 1, true, 41_350, 41_360);
        Instant last =
                day.atTime(LocalTime.of(lastHour, 0)).atZone(ShuttleDesk.SEOUL).toInstant();
        backstage.hourglass().pass(car.id(), Duration.between(last, now()));
    }

    /** Motorpool is somewhere else, where nobody can let time pass: somebody writes down what was driven. */
    void remember() {
        stage.tell("Nobody can let time pass there, so the administrator puts in what the car was driven for on %s."
                .formatted(day));
        forgotten(10, 41_000, 41_020);
        forgotten(14, 41_020, 41_035);
    }

    void forgotten(int hour, int beforeKm, int afterKm) {
        asAdmin()
                .post(
                        "/vehicles/" + car.id() + "/driving-log-trips",
                        Map.of(
                                "driver", driverId(),
                                "departedAt", written(hour, 10),
                                "arrivedAt", written(hour, 40),
                                "beforeKm", beforeKm,
                                "afterKm", afterKm,
                                "purpose", "BUSINESS",
                                "reason", TaxReturn.reason("택시 대신 타고 나간 것을 잊고 예약하지 않음")))
                .mustBe(201);
    }

    private String written(int hour, int minute) {
        return ShuttleDesk.written(ShuttleDesk.at(day, LocalTime.of(hour, minute)));
    }

    private UUID trip(Backstage backstage, int hour, int hours, boolean corporate, int beforeKm, int afterKm) {
        UUID reservation = begun(backstage, hour, hours, corporate, beforeKm);
        step(driver, reservation, "return", afterKm);
        return reservation;
    }

    /** The vehicle itself tells what its dashboard shows when the key changes hands. */
    private UUID shared(Backstage backstage) {
        backstage.garage().drive(car.id(), false, 41_000);
        UUID reservation = begun(backstage, 10, 2, false, 41_000);
        awaitHolder(reservation, driver);
        backstage.garage().drive(car.id(), false, 41_012);
        UUID offer = stage.asMember(driver, company)
                .post(
                        "/reservations/" + reservation + "/hand-overs",
                        Map.of("recipient", colleague.id().toString()))
                .expect(201)
                .id();
        stage.asMember(colleague, company)
                .post("/hand-overs/" + offer + "/acceptance", null)
                .mustBe(200);
        awaitHolder(reservation, colleague);
        step(colleague, reservation, "return", 41_020);
        return reservation;
    }

    /** Vehicles are told of their keys by themselves, within a moment. */
    private void awaitHolder(UUID reservation, Person wanted) {
        Api quietly = stage.offstage().as(wanted.token(company));
        boolean told = Processes.await(
                () -> quietly.get("/reservations/" + reservation + "/key")
                        .expect(200)
                        .body()
                        .path("holder")
                        .asText()
                        .equals(wanted.id().toString()),
                PATIENCE);
        if (!told) {
            throw new IllegalStateException("the vehicle has not learnt the key");
        }
    }

    /** As long after the one before as on that day. */
    private UUID begun(Backstage backstage, int hour, int hours, boolean corporate, int beforeKm) {
        Instant start = now().plus(Duration.ofHours(lastHour < 0 ? 1 : hour - lastHour));
        lastHour = hour;
        UUID reservation = stage.asMember(driver, company)
                .post(
                        "/reservations",
                        Map.of(
                                "vehicle", car.id().toString(),
                                "start", start.toString(),
                                "end", start.plus(Duration.ofHours(hours)).toString(),
                                "corporate", corporate),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
        backstage.hourglass().pass(car.id(), Duration.between(now(), start));
        step(driver, reservation, "start", beforeKm);
        return reservation;
    }

    private void step(Person by, UUID reservation, String step, int km) {
        Api quietly = stage.offstage().as(by.token(company));
        Answer seen = quietly.get("/reservations/" + reservation).expect(200);
        quietly.post("/reservations/" + reservation + "/" + step, Map.of("odometerKm", km), "If-Match", seen.etag())
                .mustBe(200);
    }

    /** When the running ten minutes began. */
    private Instant now() {
        long seconds = clock.instant().getEpochSecond();
        return Instant.ofEpochSecond(seconds - seconds % GRID.toSeconds());
    }
}
