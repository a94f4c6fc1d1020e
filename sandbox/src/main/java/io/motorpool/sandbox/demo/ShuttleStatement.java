package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.shuttle.OpenedWorkbook;
import io.motorpool.sandbox.shuttle.ShuttleDesk.Shuttle;
import io.motorpool.sandbox.token.DemoUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What a bill says, in as many lines as people read: by the vehicle that was really used, and as the company gets it. */
final class ShuttleStatement {

    private final Stage stage;
    private final Api approver;
    private final String path;
    private final JsonNode statement;

    ShuttleStatement(Stage stage, UUID settlement) {
        this.stage = stage;
        this.approver = stage.as(DemoUser.APPROVER);
        this.path = "/settlements/" + settlement;
        this.statement = stage.offstage(DemoUser.APPROVER)
                .get(path + "/statement")
                .expect(200)
                .body();
    }

    void read() {
        stage.tell(
                "The statement says it line by line. Its lines are too many to print; this is what they come to, by the"
                        + " vehicle that was really used:");
        statement.path("sections").forEach(this::show);
        stage.show("supply %s, VAT %s, together %s"
                .formatted(won(statement, "supplyWon"), won(statement, "vatWon"), won(statement, "totalWon")));
        stage.tell("The company gets it as a workbook, one sheet for each route. The first sheet:");
        Map<String, List<List<String>>> sheets = OpenedWorkbook.of(approver.getFile(path + "/statement-workbook"))
                .sheets();
        sheets.values().stream()
                .limit(1)
                .flatMap(List::stream)
                .filter(row -> !row.isEmpty())
                .forEach(row -> stage.show("| " + String.join(" | ", row)));
        stage.show("sheets: " + String.join(", ", sheets.keySet()));
    }

    private static String won(JsonNode of, String field) {
        return Won.of(of.path(field).asLong());
    }

    private void show(JsonNode section) {
        stage.show("%s: %s".formatted(section.path("name").asText(), won(section, "supplyWon")));
        Map<String, List<JsonNode>> byUse = new LinkedHashMap<>();
        section.path("runs")
                .forEach(run -> byUse.computeIfAbsent(useOf(run), _ -> new ArrayList<>())
                        .add(run));
        byUse.forEach((use, runs) -> stage.show("  %s  %2d runs  %s".formatted(use, runs.size(), Won.of(sum(runs)))));
        section.path("extraCosts")
                .forEach(cost -> stage.show("  %s  %s  %s  %s"
                        .formatted(
                                cost.path("serviceDate").asText(),
                                cost.path("kind").asText(),
                                cost.path("description").asText(),
                                won(cost, "amountWon"))));
    }

    private static String useOf(JsonNode run) {
        return "%s  %s  rate %d"
                .formatted(
                        run.path("contract").asText(),
                        run.path("plate").asText(),
                        run.path("rateVersion").asInt());
    }

    private static long sum(List<JsonNode> runs) {
        return runs.stream().mapToLong(run -> run.path("amountWon").asLong()).sum();
    }

    void explain(Shuttle vehicle) {
        stage.tell("“Why do we pay for a run of %s?” From the won to the seal:".formatted(vehicle.plate()));
        String run = StreamSupport.stream(statement.path("sections").spliterator(), false)
                .flatMap(section -> StreamSupport.stream(section.path("runs").spliterator(), false))
                .filter(line -> line.path("plate").asText().equals(vehicle.plate()))
                .map(line -> line.path("run").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(vehicle.plate() + " drove nothing"));
        approver.get(path + "/runs/" + run + "/explanation").mustBe(200);
    }
}
