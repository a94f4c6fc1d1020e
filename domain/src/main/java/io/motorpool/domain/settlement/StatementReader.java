package io.motorpool.domain.settlement;

import static io.motorpool.domain.settlement.SnapshotReader.id;
import static io.motorpool.domain.settlement.SnapshotReader.list;
import static io.motorpool.domain.settlement.SnapshotReader.object;
import static io.motorpool.domain.settlement.SnapshotReader.text;
import static io.motorpool.domain.settlement.SnapshotReader.whole;

import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.shared.Amount;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a statement back from its frozen text, run by run: a bill may have tens of thousands of them, and the JSON of one is
 * let go before the next is read. What comes again and again (a day, a contract, a vehicle) is read once.
 */
final class StatementReader {

    private static final String SECTIONS = "sections";
    private static final String RUNS = "runs";

    private final CanonicalJson json;
    private final Map<String, LocalDate> days = new HashMap<>();
    private final Map<String, OffsetTime> times = new HashMap<>();
    private final Map<String, VehicleContractNumber> contracts = new HashMap<>();
    private final Map<Shown, Shown> shown = new HashMap<>();

    private StatementReader(CanonicalJson json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when the text is no snapshot of ours */
    static Statement read(String text) {
        try {
            return new StatementReader(CanonicalJson.of(text)).statement();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date of the snapshot is none", e);
        }
    }

    private Statement statement() {
        Map<String, Json> members = new TreeMap<>();
        List<Section> sections = new ArrayList<>();
        json.members(name -> {
            if (name.equals(SECTIONS)) {
                json.items(() -> sections.add(new SectionReader().section()));
            } else {
                members.put(name, json.value());
            }
        });
        json.end();
        SnapshotReader rest = new SnapshotReader(new Json.Object(members));
        return new Statement(rest.head(), rest.party(), sections);
    }

    /** A section names its route before its runs, since names stand in order. */
    private final class SectionReader {

        private final Map<String, Json> members = new TreeMap<>();
        private @Nullable List<OfRun> runs;

        Section section() {
            json.members(name -> {
                if (name.equals(RUNS)) {
                    runs = runs(new RouteId(id(new Json.Object(members), "route")));
                } else {
                    members.put(name, json.value());
                }
            });
            if (runs == null) {
                throw new IllegalArgumentException("a section of the snapshot does not say its runs");
            }
            Json.Object section = new Json.Object(members);
            RouteId route = new RouteId(id(section, "route"));
            return new Section(
                    route,
                    text(object(section, "shown"), "name"),
                    runs,
                    list(section, "extraCosts", line -> extraCost(route, line)));
        }
    }

    private List<OfRun> runs(RouteId route) {
        List<OfRun> runs = new ArrayList<>();
        json.items(() -> runs.add(run(route)));
        return runs;
    }

    /** Member by member, in the order of their names. */
    private OfRun run(RouteId route) {
        json.open();
        Amount amount = new Amount(json.whole("amount"));
        VehicleContractNumber contract = contracts.computeIfAbsent(json.text("contract"), VehicleContractNumber::new);
        Instant departure = moment(json.text("departure"));
        int rateVersion = Math.toIntExact(json.whole("rateVersion"));
        RunId run = new RunId(UUID.fromString(json.text("run")));
        LocalDate serviceDate = day(json.text("serviceDate"));
        json.name("shown");
        Shown shown = shown();
        json.close();
        return new OfRun(run, route, serviceDate, departure, contract, rateVersion, amount, shown);
    }

    private Shown shown() {
        json.open();
        String model = json.text("model");
        String plate = json.text("plate");
        String slot = json.text("slot");
        json.close();
        return shown.computeIfAbsent(new Shown(slot, plate, model), first -> first);
    }

    private LocalDate day(String text) {
        return days.computeIfAbsent(text, LocalDate::parse);
    }

    /** A day and a time of day, each of which many have. */
    private Instant moment(String text) {
        int middle = text.indexOf('T');
        OffsetTime time = times.computeIfAbsent(text.substring(middle + 1), OffsetTime::parse);
        return day(text.substring(0, Math.max(middle, 0))).atTime(time).toInstant();
    }

    private static OfExtraCost extraCost(RouteId route, Json.Object line) {
        return new OfExtraCost(
                new ExtraCostId(id(line, "extraCost")),
                route,
                LocalDate.parse(text(line, "serviceDate")),
                ExtraCostKind.valueOf(text(line, "kind")),
                text(line, "reference"),
                line.members().containsKey("reason") ? AdjustmentReason.valueOf(text(line, "reason")) : null,
                text(line, "description"),
                new Amount(whole(line, "amount")));
    }
}
