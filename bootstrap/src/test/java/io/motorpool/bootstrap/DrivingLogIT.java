package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.bootstrap.Sheets.Got;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.shuttle.OpenedWorkbook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A day of driving becomes the official form: what is in and why, what somebody says about it, and what is handed in. */
@EndToEnd
class DrivingLogIT {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate DAY = LocalDate.now(SEOUL).minusMonths(1).withDayOfMonth(5);
    private static final String PERIOD =
            "?firstDay=" + DAY.withDayOfMonth(1) + "&lastDay=" + DAY.withDayOfMonth(DAY.lengthOfMonth());
    private static final Map<String, Object> OF_MONTH = Map.of(
            "firstDay", DAY.withDayOfMonth(1).toString(),
            "lastDay", DAY.withDayOfMonth(DAY.lengthOfMonth()).toString());
    private static final Map<String, Object> WHY =
            Map.of("reason", Map.of("code", "DATA_CORRECTION", "note", "영수증으로 확인"));

    private final RunningSystem system;
    private final Sheets sheets;
    private final ClientCompany company;
    private final Person driver;
    private final Person operator;
    private final UUID vehicle;

    DrivingLogIT(RunningSystem system) {
        this.system = system;
        this.sheets = new Sheets(system);
        this.company = system.newCompany();
        this.driver = company.newMember("김민수");
        this.operator = system.operator();
        this.vehicle = company.newVehicle();
        operator.api()
                .post(
                        "/vehicles/" + vehicle + "/plan-windows",
                        Map.of(
                                "from", DAY.withDayOfMonth(1).toString(),
                                "until", DAY.plusYears(1).toString(),
                                "days",
                                        List.of(
                                                "MONDAY",
                                                "TUESDAY",
                                                "WEDNESDAY",
                                                "THURSDAY",
                                                "FRIDAY",
                                                "SATURDAY",
                                                "SUNDAY"),
                                "startTime", "09:00",
                                "endTime", "18:00"))
                .mustBe(201);
    }

    @Test
    void a_day_of_driving_is_judged_corrected_decided_exported_and_closed() {
        Day day = new Day();
        Answer inHours = day.drive(10, 2, false, 10_000, 10_020);
        Answer partly = day.drive(17, 2, false, 10_020, 10_035);
        Answer tagged = day.drive(20, 1, true, 10_050, 10_060);
        day.isOver();
        Person admin = company.admin();

        JsonNode report = admin.get("/companies/" + company.id() + "/driving-log" + PERIOD)
                .expect(200)
                .body();
        assertThat(report.path("total").path("entries").asInt()).isEqualTo(3);
        assertThat(report.path("total").path("addsUp").asBoolean()).isTrue();
        assertThat(report.path("total").path("byReason").toString())
                .isEqualTo("{\"OCCUPANCY\":1,\"PARTLY_IN_OCCUPANCY\":1,\"TAGGED\":1}");
        assertThat(admin.get("/companies/" + company.id() + "/driving-log-reviews" + PERIOD)
                        .expect(200)
                        .body()
                        .path("items")
                        .get(0)
                        .path("entry")
                        .path("id")
                        .asText())
                .isEqualTo(partly.id().toString());
        assertThat(close(operator).expect(409).code()).isEqualTo("reviews-open");

        say(admin, "/driving-log-entries/" + partly.id() + "/inclusion", Map.of());
        say(admin, "/driving-log-entries/" + inHours.id() + "/purpose", Map.of("leg", 1, "purpose", "COMMUTE"));
        say(
                admin,
                "/driving-log-entries/" + tagged.id() + "/readings",
                Map.of("leg", 1, "beforeKm", 10_040, "afterKm", 10_060));

        JsonNode sheet = admin.get("/vehicles/" + vehicle + "/driving-log" + PERIOD)
                .expect(200)
                .body();
        assertThat(sheet.path("rows").findValuesAsText("basis")).containsExactly("OCCUPANCY", "MANUAL", "TAGGED");
        assertThat(sheet.path("rows").get(2).path("gapKm").asInt()).isEqualTo(5);
        assertThat(sheet.path("rows").get(0).path("driverName").asText()).isEqualTo("김민수");
        assertThat(sheet.path("distance").path("totalKm").asInt()).isEqualTo(60);
        assertThat(sheet.path("distance").path("businessKm").asInt()).isEqualTo(55);

        byte[] one = export(admin);
        byte[] other = export(operator);
        assertThat(other).isEqualTo(one);
        assertThat(OpenedWorkbook.of(one).sheets().values())
                .singleElement()
                .asString()
                .contains("업무용승용차 운행기록부", "김민수", "10040");

        JsonNode closing = close(operator).expect(201).body();
        assertThat(closing.path("sha256").asText()).isEqualTo(FileDigest.of(one).hex());
        assertThat(closing.path("rows").asInt()).isEqualTo(3);
        assertThat(export(admin)).isEqualTo(one);
        assertThat(close(operator).expect(409).code()).isEqualTo("log-closed");
        assertThat(admin.api()
                        .post("/driving-log-entries/" + partly.id() + "/exclusion", WHY)
                        .expect(409)
                        .code())
                .isEqualTo("log-closed");
        assertThat(admin.get("/vehicles/" + vehicle + "/driving-log-facts")
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsText("kind"))
                .containsExactly("INCLUDED", "PURPOSE_STATED", "READINGS_CORRECTED");
    }

    @Test
    void a_key_that_was_handed_over_splits_the_row_between_those_who_drove() {
        Person colleague = company.newMember("이하은");
        Day day = new Day();
        Answer shared = day.handOver(colleague, 10, 10_000, 10_012, 10_020);
        day.isOver();

        JsonNode rows = company.admin()
                .get("/vehicles/" + vehicle + "/driving-log" + PERIOD)
                .expect(200)
                .body()
                .path("rows");

        assertThat(rows.findValuesAsText("entry"))
                .containsExactly(shared.id().toString(), shared.id().toString());
        assertThat(rows.findValuesAsText("driver"))
                .containsExactly(driver.user().toString(), colleague.user().toString());
        assertThat(rows.findValuesAsText("km")).containsExactly("12", "8");
        assertThat(company.admin()
                        .get("/companies/" + company.id() + "/driving-log" + PERIOD)
                        .expect(200)
                        .body()
                        .at("/total/entries")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void an_odometer_that_runs_backwards_is_the_outcome_of_a_job_that_can_be_watched() {
        Day day = new Day();
        Answer first = day.drive(10, 1, true, 10_000, 10_020);
        Answer _ = day.drive(12, 1, true, 10_020, 10_030);
        day.isOver();
        say(
                company.admin(),
                "/driving-log-entries/" + first.id() + "/readings",
                Map.of("leg", 1, "beforeKm", 10_000, "afterKm", 10_200));

        UUID asked = request(company.admin());
        Got watched = sheets.get(company.admin(), "/driving-log-exports/" + asked + "/events")
                .expect(200);

        assertThat(watched.type()).startsWith("text/event-stream");
        JsonNode last = watched.events().getLast();
        assertThat(last.path("state").asText()).isEqualTo("REFUSED");
        assertThat(last.path("code").asText()).isEqualTo("odometers-block");
        assertThat(sheets.get(company.admin(), "/driving-log-exports/" + asked + "/workbook")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void an_administrator_gets_their_own_and_no_other() {
        UUID export = request(company.admin());
        Person stranger = system.newCompany().admin();

        assertThat(stranger.get("/companies/" + company.id() + "/driving-log" + PERIOD)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/vehicles/" + vehicle + "/driving-log" + PERIOD)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/driving-log-exports/" + export).status()).isEqualTo(404);
        assertThat(sheets.get(stranger, "/driving-log-exports/" + export + "/workbook")
                        .status())
                .isEqualTo(404);
        assertThat(close(company.admin()).status()).isEqualTo(403);
        assertThat(driver.get("/vehicles/" + vehicle + "/driving-log" + PERIOD).status())
                .isEqualTo(403);
    }

    private Answer close(Person by) {
        return by.api().post("/companies/" + company.id() + "/driving-log-closings", OF_MONTH);
    }

    private static void say(Person by, String path, Map<String, ?> what) {
        by.api().post(path, Person.with(WHY, what)).mustBe(201);
    }

    private UUID request(Person by) {
        return by.api()
                .post("/companies/" + company.id() + "/driving-log-exports", OF_MONTH)
                .expect(201)
                .id();
    }

    private byte[] export(Person by) {
        UUID asked = request(by);
        Answer done = Eventually.of(
                () -> by.get("/driving-log-exports/" + asked).expect(200),
                seen -> !seen.body().path("state").asText().equals("WAITING"));
        assertThat(done.body().path("state").asText()).isEqualTo("READY");
        byte[] file = sheets.get(by, "/driving-log-exports/" + asked + "/workbook")
                .expect(200)
                .bytes();
        assertThat(done.body().path("sha256").asText())
                .isEqualTo(FileDigest.of(file).hex());
        return file;
    }

    /** One reservation after the other, as far apart as they are to be; in the end all of it was on that day. */
    private final class Day {

        private final Instant started = Slot.now();
        private int hour = -1;

        Answer drive(int atHour, int hours, boolean corporate, int beforeKm, int afterKm) {
            Answer running = begin(atHour, hours, corporate, beforeKm);
            return driver.step(running, "return", Map.of("odometerKm", afterKm)).expect(200);
        }

        /** The driver leaves, the colleague comes back. */
        Answer handOver(Person colleague, int atHour, int beforeKm, int atKm, int afterKm) {
            Answer running = begin(atHour, 2, true, beforeKm);
            tell();
            system.parts().telematics().service().drive(vehicle, false, atKm);
            UUID offer = driver.api()
                    .post(
                            "/reservations/" + running.id() + "/hand-overs",
                            Map.of("recipient", colleague.user().toString()))
                    .expect(201)
                    .id();
            colleague.api().post("/hand-overs/" + offer + "/acceptance", null).mustBe(200);
            tell();
            tell();
            return colleague
                    .step(colleague.look(running), "return", Map.of("odometerKm", afterKm))
                    .expect(200);
        }

        private Answer begin(int atHour, int hours, boolean corporate, int beforeKm) {
            Slot slot = Slot.ahead(Duration.ofHours(hour < 0 ? 1 : atHour - hour), Duration.ofHours(hours));
            hour = atHour;
            Map<String, Object> wanted = new HashMap<>(Map.of(
                    "vehicle", vehicle.toString(),
                    "start", slot.start().toString(),
                    "end", slot.end().toString(),
                    "corporate", corporate));
            Answer reserved = driver.api()
                    .post(
                            "/reservations",
                            wanted,
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201);
            system.hourglass().pass(vehicle, Duration.between(Slot.now(), slot.start()));
            return driver.step(reserved, "start", Map.of("odometerKm", beforeKm))
                    .expect(200);
        }

        /** What a timer does elsewhere. */
        private void tell() {
            operator.api().post("/sweeps/vehicle-keys", null).mustBe(200);
        }

        void isOver() {
            Instant last = DAY.atTime(LocalTime.of(hour, 0)).atZone(SEOUL).toInstant();
            system.hourglass().pass(vehicle, Duration.between(last, started));
        }
    }
}
