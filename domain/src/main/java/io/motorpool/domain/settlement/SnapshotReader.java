package io.motorpool.domain.settlement;

import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads a frozen text back, but for its lines ({@link StatementReader}). What is no snapshot of ours fails with an {@link IllegalArgumentException}. */
final class SnapshotReader {

    private final Json.Object document;

    SnapshotReader(Json.Object document) {
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

    Party party() {
        Json.Object shown = object(document, "shown");
        return new Party(text(shown, "name"), new BusinessNumber(text(shown, "businessNumber")));
    }

    SettlementHead head() {
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

    static <T> List<T> list(Json.Object of, String name, Function<Json.Object, T> each) {
        return member(Json.Array.class, of, name).items().stream()
                .map(item -> each.apply(as(Json.Object.class, item)))
                .toList();
    }

    static Json.Object object(Json.Object of, String name) {
        return member(Json.Object.class, of, name);
    }

    static String text(Json.Object of, String name) {
        return member(Json.Text.class, of, name).value();
    }

    static UUID id(Json.Object of, String name) {
        return UUID.fromString(text(of, name));
    }

    static long whole(Json.Object of, String name) {
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
