package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.shuttle.OpenedWorkbook;
import io.motorpool.sandbox.token.DemoUser;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** The second half of the story: from what was driven to what is handed in, and that it stays what it was. */
final class TaxReturn {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stage stage;
    private final LoggedDay logged;
    private final Map<String, String> period;
    private final String query;
    private final String ofCompany;
    private final String ofCar;
    private byte[] exported = {};
    private String sealed = "";

    TaxReturn(Stage stage, LoggedDay logged) {
        this.stage = stage;
        this.logged = logged;
        String first = logged.month().atDay(1).toString();
        String last = logged.month().atEndOfMonth().toString();
        this.period = Map.of("firstDay", first, "lastDay", last);
        this.query = "?firstDay=%s&lastDay=%s".formatted(first, last);
        this.ofCompany = "/companies/" + logged.company();
        this.ofCar = "/vehicles/" + logged.car().id();
    }

    static Map<String, String> reason(String note) {
        return Map.of("code", "DATA_CORRECTION", "note", note);
    }

    void report() {
        stage.tell("The administrator asks for the month: every reservation stands in one place, and it adds up.");
        logged.asAdmin().get(ofCompany + "/driving-log" + query).mustBe(200);
    }

    void putRight() {
        stage.tell("One trip lies partly in the company's hours. It is neither in nor out until somebody decides:");
        logged.asAdmin().get(ofCompany + "/driving-log-reviews" + query).mustBe(200);
        stage.tell("As long as that is open, nothing is handed in.");
        closeAs(stage.as(DemoUser.OPERATOR)).mustBe(409);
        stage.tell(
                "It was a customer's visit. The tag stays what it was; the decision is a fact of its own, with a reason.");
        say("/driving-log-entries/" + logged.partly() + "/inclusion", Map.of("reason", reason("고객사 방문, 방문 기록 확인")));
        stage.tell("The first part of the morning was the way to work.");
        say(
                "/driving-log-entries/" + logged.inHours() + "/purpose",
                Map.of("leg", 1, "purpose", "COMMUTE", "reason", reason("출근")));
        stage.tell("The reading in the evening leaves 315 km that nobody accounts for:");
        logged.asAdmin().get(ofCar + "/driving-log" + query).mustBe(200);
        stage.tell("The photograph of the dashboard says 41,050. Nothing is edited: a later fact counts instead.");
        say(
                "/driving-log-entries/" + logged.tagged() + "/readings",
                Map.of("leg", 1, "beforeKm", 41_050, "afterKm", 41_060, "reason", reason("계기판 사진으로 확인")));
        stage.tell("And those fifteen kilometres were a trip that nobody reserved. It fits between its neighbours.");
        logged.forgotten(19, 41_035, 41_050);
    }

    private void say(String path, Map<String, ?> what) {
        logged.asAdmin().post(path, what).mustBe(201);
    }

    void export() {
        stage.tell("The official form (업무용승용차 운행기록부) is made as a job, one sheet for each vehicle.");
        exported = made(logged.asAdmin());
        stage.show("%d bytes, SHA-256 %s".formatted(exported.length, sha256(exported)));
        OpenedWorkbook.of(exported).sheets().forEach((name, rows) -> {
            stage.show("sheet " + name);
            rows.stream()
                    .filter(row -> !row.isEmpty())
                    .forEach(row -> stage.show("| " + String.join(" | ", row).replace("\n", " ")));
        });
    }

    private byte[] made(Api by) {
        UUID export =
                by.post(ofCompany + "/driving-log-exports", period).expect(201).id();
        Api quietly = stage.offstage(DemoUser.OPERATOR);
        boolean done = Processes.await(() -> !state(quietly, export).equals("WAITING"), PATIENCE);
        if (!done) {
            throw new IllegalStateException("nobody makes the workbook");
        }
        JsonNode outcome = by.get("/driving-log-exports/" + export).expect(200).body();
        byte[] file = by.getFile("/driving-log-exports/" + export + "/workbook");
        if (!outcome.path("sha256").asText().equals(sha256(file))) {
            throw new IllegalStateException("the workbook is not what the job says");
        }
        return file;
    }

    private static String state(Api by, UUID export) {
        return by.get("/driving-log-exports/" + export)
                .expect(200)
                .body()
                .path("state")
                .asText();
    }

    void close() {
        stage.tell(
                "The month is over and nothing is open: the division closes it, and the workbook is kept with its hash.");
        Answer closed = closeAs(stage.as(DemoUser.OPERATOR)).expect(201);
        sealed = closed.body().path("sha256").asText();
    }

    private Answer closeAs(Api by) {
        return by.post(ofCompany + "/driving-log-closings", period);
    }

    void verify() {
        stage.tell("Months later the tax office asks. What is fetched now is what was handed in, to the byte:");
        byte[] fetched = made(logged.asAdmin());
        if (!Arrays.equals(fetched, exported) || !sealed.equals(sha256(fetched))) {
            throw new IllegalStateException("the log has changed since it was closed");
        }
        stage.show("SHA-256 %s, as it was sealed".formatted(sealed));
        stage.tell("And nothing can be said about it any more.");
        logged.asAdmin()
                .post(
                        ofCar + "/driving-log-trips",
                        Map.of(
                                "driver",
                                logged.driverId(),
                                "departedAt",
                                logged.day() + "T07:00:00+09:00",
                                "arrivedAt",
                                logged.day() + "T07:30:00+09:00",
                                "beforeKm",
                                40_990,
                                "afterKm",
                                41_000,
                                "purpose",
                                "PRIVATE",
                                "reason",
                                reason("늦게 떠오름")))
                .mustBe(409);
        stage.tell("Everything that was said, and by whom:");
        logged.asAdmin().get(ofCar + "/driving-log-facts").mustBe(200);
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
