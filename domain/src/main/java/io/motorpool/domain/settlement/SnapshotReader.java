package io.motorpool.domain.settlement;

import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads a frozen text back. What is no snapshot of ours fails with an {@link IllegalArgumentException}. */
final class SnapshotReader {

    private final Json.Object document;

    private SnapshotReader(Json.Object document) {
        this.document = document;
    }

    static SnapshotReader of(String text) {
        return new SnapshotReader(as(Json.Object.class, CanonicalJson.read(text)));
    }

    Json.Object facts() {
        return Snapshot.facts(document);
    }

    /** What the text says of its settlement, as far as the settlement says it too. */
    Json.Object document() {
        return Snapshot.document(head(), confirmation());
    }

    private Optional<Confirmation> confirmation() {
        Json.Object totals = object(document, "totals");
        Money supply = Money.won(whole(totals, "supply"));
        return Optional.of(new Confirmation(
                new UserId(id(document, "confirmedBy")),
                Instant.parse(text(document, "confirmedAt")),
                Totals.on(supply),
                Seal.NONE));
    }

    Link link() {
        return new Link(whole(document, "sequence"), new Seal(text(document, "previous")));
    }

    Statement statement() {
        try {
            Json.Object shown = object(document, "shown");
            Party party = new Party(text(shown, "name"), new BusinessNumber(text(shown, "businessNumber")));
            List<Section> sections = document.members().containsKey("sections")
                    ? list(document, "sections", SnapshotReader::section)
                    : List.of();
            return new Statement(head(), party, sections);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date of the snapshot is none", e);
        }
    }

    private SettlementHead head() {
        return new SettlementHead(
                new SettlementId(id(document, "settlement")),
                new SettlementNumber(text(document, "number")),
                new CompanyId(id(document, "company")),
                YearMonth.parse(text(document, "month")),
                purpose());
    }

    private Purpose purpose() {
        return document.members().containsKey("issue")
                ? new Purpose.Bill(Math.toIntExact(whole(document, "issue")))
                : new Purpose.Reversal(new SettlementId(id(object(document, "reverses"), "settlement")));
    }

    private static Section section(Json.Object section) {
        RouteId route = new RouteId(id(section, "route"));
        return new Section(
                route,
                text(object(section, "shown"), "name"),
                list(section, "runs", line -> run(route, line)),
                list(section, "extraCosts", line -> extraCost(route, line)));
    }

    private static OfRun run(RouteId route, Json.Object line) {
        Json.Object shown = object(line, "shown");
        return new OfRun(
                new RunId(id(line, "run")),
                route,
                LocalDate.parse(text(line, "serviceDate")),
                Instant.parse(text(line, "departure")),
                new VehicleContractNumber(text(line, "contract")),
                Math.toIntExact(whole(line, "rateVersion")),
                new Amount(whole(line, "amount")),
                new Shown(text(shown, "slot"), text(shown, "plate"), text(shown, "model")));
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

    private static <T> List<T> list(Json.Object of, String name, Function<Json.Object, T> each) {
        return member(Json.Array.class, of, name).items().stream()
                .map(item -> each.apply(as(Json.Object.class, item)))
                .toList();
    }

    private static Json.Object object(Json.Object of, String name) {
        return member(Json.Object.class, of, name);
    }

    private static String text(Json.Object of, String name) {
        return member(Json.Text.class, of, name).value();
    }

    private static UUID id(Json.Object of, String name) {
        return UUID.fromString(text(of, name));
    }

    private static long whole(Json.Object of, String name) {
        return member(Json.Whole.class, of, name).value();
    }

    private static <J extends Json> J member(Class<J> kind, Json.Object of, String name) {
        Json found = of.members().get(name);
        if (found == null) {
            throw new IllegalArgumentException("the snapshot does not say its " + name);
        }
        return as(kind, found);
    }

    private static <J extends Json> J as(Class<J> kind, Json value) {
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException(
                    "the snapshot has something else where it should have a " + kind.getSimpleName());
        }
        return kind.cast(value);
    }
}
