package io.motorpool.sandbox.drill.bill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.drill.bill.Shuttles.Line;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.shuttle.SapBooks;
import io.motorpool.sandbox.shuttle.ShuttleDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which vehicle serves which slot since when, as dispatchers were told, against what SAP has of it. */
public final class Duties {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shuttles shuttles;
    private final Map<UUID, List<String>> contracts = new HashMap<>();
    private final Map<Line, UUID> serving = new LinkedHashMap<>();

    /** As it is now, before anybody is substituted. */
    public Duties(Shuttles shuttles) {
        this.shuttles = shuttles;
        for (Line line : shuttles.lines()) {
            JsonNode first = shuttles.api()
                    .get("/slots/" + line.slot() + "/contracts")
                    .expect(200)
                    .body()
                    .at("/items/0");
            note(line, line.first(), first.path("number").asText());
        }
    }

    private synchronized void note(Line line, UUID vehicle, String contract) {
        contracts.computeIfAbsent(vehicle, _ -> new ArrayList<>()).add(contract);
        serving.put(line, vehicle);
    }

    /** From now on the other vehicle of the line serves. The answer is whatever it is. */
    public Answer swap(Line line) {
        UUID other = servingOn(line).equals(line.first()) ? line.second() : line.first();
        Answer answer = new ShuttleDesk(shuttles.api())
                .substitute(
                        line.slot(),
                        other,
                        UUID.randomUUID(),
                        "INSPECTION",
                        Clock.systemUTC()
                                .instant()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .atZone(ShuttleDesk.SEOUL)
                                .toOffsetDateTime(),
                        null);
        if (answer.status() == 201) {
            note(line, other, answer.body().at("/issued/0/number").asText());
        }
        return answer;
    }

    private synchronized UUID servingOn(Line line) {
        return serving.getOrDefault(line, line.first());
    }

    /** The vehicle that serves is installed at its slot under its contract, the other one nowhere; each has one record. */
    public Findings compare(SapBooks sap) {
        Findings findings = new Findings();
        for (Line line : shuttles.lines()) {
            UUID on = servingOn(line);
            UUID off = on.equals(line.first()) ? line.second() : line.first();
            JsonNode record = single(on, sap, findings);
            String contract = contracts.getOrDefault(on, List.of("none")).getLast();
            findings.unless(
                    record.path("InventoryNumber").asText().equals(contract)
                            && record.path("EquipmentIsInstalled").asBoolean()
                            && record.path("FunctionalLocation").asText().equals(SapBooks.place(line.slot())),
                    "equipment is where its vehicle serves",
                    "%s should be at %s under %s: %s".formatted(on, SapBooks.place(line.slot()), contract, record));
            if (contracts.containsKey(off)) {
                findings.unless(
                        !single(off, sap, findings).path("EquipmentIsInstalled").asBoolean(true),
                        "equipment is taken away when its vehicle has stopped serving",
                        off.toString());
            }
        }
        return findings;
    }

    private static JsonNode single(UUID vehicle, SapBooks sap, Findings findings) {
        List<JsonNode> records = sap.equipment(vehicle);
        findings.unless(
                records.size() == 1,
                "every vehicle has a single equipment",
                "%s has %d".formatted(vehicle, records.size()));
        return records.isEmpty() ? MissingNode.getInstance() : records.getFirst();
    }

    /**
     * What SAP stored of each vehicle, in the order in which it did, names contracts in the order in which they were issued.
     * Some may be missing: the register is told what is true, and not what was true meanwhile.
     *
     * @param journal of the stand-in
     */
    public Findings compareOrder(Path journal) throws IOException {
        Map<String, List<String>> told = new HashMap<>();
        for (String line : Files.readAllLines(journal)) {
            JsonNode stored = JSON.readTree(line);
            if (stored.path("set").asText().equals("Equipment")) {
                JsonNode record = stored.path("record");
                List<String> names = told.computeIfAbsent(
                        record.path("TechnicalObjectSortCode").asText(), _ -> new ArrayList<>());
                String contract = record.path("InventoryNumber").asText();
                if (names.isEmpty() || !names.getLast().equals(contract)) {
                    names.add(contract);
                }
            }
        }
        Findings findings = new Findings();
        contracts.forEach((vehicle, issued) -> {
            List<String> names = told.getOrDefault(SapBooks.reference(vehicle), List.of());
            Set<String> known = new HashSet<>(names);
            List<String> expected = issued.stream().filter(known::contains).toList();
            findings.unless(
                    names.equals(expected),
                    "SAP hears of each vehicle in order",
                    "%s: %s instead of %s".formatted(vehicle, names, issued));
        });
        return findings;
    }
}
