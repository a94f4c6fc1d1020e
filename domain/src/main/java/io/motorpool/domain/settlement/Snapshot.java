package io.motorpool.domain.settlement;

import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything a settlement says, frozen in one text that has one form only (RFC 8785), under a seal that the company's next
 * snapshot names. What is shown (names, plates, models) is copied beside the facts, in members of their own, so that the
 * facts can be compared with their sources later, when the names may have changed.
 *
 * @param link its place in the company's chain
 */
public record Snapshot(Link link, Totals totals, String text, Seal seal) {

    private static final String FORMAT = "motorpool.settlement.v1";
    private static final String SHOWN = "shown";
    private static final Set<String> FACTS = Set.of("company", "month", "totals", "sections");

    public Snapshot {
        if (!Seal.of(text).equals(seal)) {
            throw new IllegalArgumentException("the seal is not that of the text");
        }
    }

    /**
     * A place in a company's chain.
     *
     * @param sequence 1 for the first snapshot of a company
     * @param previous the seal of the one before
     */
    public record Link(long sequence, Seal previous) {

        public static final Link FIRST = new Link(1, Seal.NONE);

        public static Link after(Link last, Seal seal) {
            return new Link(last.sequence() + 1, seal);
        }
    }

    /** Freezes a statement. One that comes to less than nothing is never confirmed, so there is nothing to freeze. */
    public static Snapshot of(Statement statement, UserId by, Instant at, Link link) {
        Totals totals =
                statement.totals().orElseThrow(() -> new IllegalArgumentException("a total below zero is not frozen"));
        Map<String, Json> members = envelope(statement.head(), statement.party(), totals, by, at, link);
        members.put("sections", sections(statement));
        return sealed(members, totals, link);
    }

    /** Freezes a reversal: it names what it takes back, whose lines stand in the other's snapshot. */
    public static Snapshot ofReversal(
            SettlementHead reversal,
            Settlement.Posted reversed,
            Statement.Party party,
            UserId by,
            Instant at,
            Link link) {
        Totals totals = reversed.confirmation().totals();
        Map<String, Json> members = envelope(reversal, party, totals, by, at, link);
        members.put(
                "reverses",
                object(Map.of(
                        "settlement", text(reversed.id()),
                        "number", text(reversed.head().number()),
                        "seal", text(reversed.confirmation().seal()))));
        return sealed(members, totals, link);
    }

    private static Snapshot sealed(Map<String, Json> members, Totals totals, Link link) {
        String text = CanonicalJson.write(new Json.Object(members));
        return new Snapshot(link, totals, text, Seal.of(text));
    }

    private static Map<String, Json> envelope(
            SettlementHead head, Statement.Party party, Totals totals, UserId by, Instant at, Link link) {
        Map<String, Json> members = new TreeMap<>();
        members.put("format", text(FORMAT));
        members.put("settlement", text(head.id()));
        members.put("number", text(head.number()));
        members.put("company", text(head.company()));
        members.put("month", text(head.month()));
        if (head.purpose() instanceof Purpose.Bill(var issue)) {
            members.put("issue", new Json.Whole(issue));
        }
        members.put(
                SHOWN,
                object(Map.of(
                        "name",
                        text(party.name()),
                        "businessNumber",
                        text(party.businessNumber().digits()))));
        members.put("confirmedBy", text(by));
        members.put("confirmedAt", text(at));
        members.put("sequence", new Json.Whole(link.sequence()));
        members.put("previous", text(link.previous()));
        members.put("totals", totals(totals));
        return members;
    }

    private static Json totals(Totals totals) {
        return object(Map.of("supply", won(totals.supply()), "vat", won(totals.vat()), "total", won(totals.total())));
    }

    /** What a statement says that does not depend on how things are called, nor on who confirmed it when. */
    static Json.Object facts(Statement statement) {
        Map<String, Json> members = new TreeMap<>();
        members.put("company", text(statement.head().company()));
        members.put("month", text(statement.head().month()));
        statement.totals().ifPresent(totals -> members.put("totals", totals(totals)));
        members.put("sections", sections(statement));
        return new Json.Object(members).without(SHOWN);
    }

    /** The same of a text that was frozen. */
    static Json.Object facts(Json.Object document) {
        Map<String, Json> members = new TreeMap<>(document.without(SHOWN).members());
        members.keySet().retainAll(FACTS);
        return new Json.Object(members);
    }

    /** What a settlement says of itself, in the words of the frozen text; before its confirmation that is less. */
    static Json.Object document(Settlement settlement) {
        return document(settlement.head(), confirmation(settlement));
    }

    /** Up to the microsecond, which is as far as stores keep time. */
    static Json.Object document(SettlementHead head, Optional<Confirmation> confirmation) {
        Map<String, Json> members = new TreeMap<>();
        members.put("settlement", text(head.id()));
        members.put("number", text(head.number()));
        members.put("company", text(head.company()));
        members.put("month", text(head.month()));
        switch (head.purpose()) {
            case Purpose.Bill(var issue) -> members.put("issue", new Json.Whole(issue));
            case Purpose.Reversal(var reversed) ->
                members.put("reverses", object(Map.of("settlement", text(reversed))));
        }
        confirmation.ifPresent(said -> {
            members.put("confirmedBy", text(said.by()));
            members.put("confirmedAt", text(said.at().truncatedTo(ChronoUnit.MICROS)));
            members.put("totals", totals(said.totals()));
        });
        return new Json.Object(members);
    }

    private static Optional<Confirmation> confirmation(Settlement settlement) {
        return switch (settlement) {
            case Settlement.Draft _, Settlement.Calculated _ -> Optional.empty();
            case Settlement.Confirmed confirmed -> Optional.of(confirmed.confirmation());
            case Settlement.Posting posting -> Optional.of(posting.confirmation());
            case Settlement.Posted posted -> Optional.of(posted.confirmation());
            case Settlement.PostFailed failed -> Optional.of(failed.confirmation());
        };
    }

    private static Json sections(Statement statement) {
        return new Json.Array(
                statement.sections().stream().map(Snapshot::section).toList());
    }

    private static Json section(Statement.Section section) {
        return object(Map.of(
                "route",
                text(section.route()),
                SHOWN,
                object(Map.of("name", text(section.name()))),
                "supply",
                new Json.Whole(section.supply().won()),
                "runs",
                new Json.Array(section.runs().stream().map(Snapshot::line).toList()),
                "extraCosts",
                new Json.Array(section.extraCosts().stream().map(Snapshot::line).toList())));
    }

    private static Json line(OfRun line) {
        return object(Map.of(
                "run",
                text(line.run()),
                "serviceDate",
                text(line.serviceDate()),
                "departure",
                text(line.departure()),
                "contract",
                text(line.contract()),
                "rateVersion",
                new Json.Whole(line.rateVersion()),
                "amount",
                new Json.Whole(line.amount().won()),
                SHOWN,
                object(Map.of(
                        "slot", text(line.shown().slot()),
                        "plate", text(line.shown().plate()),
                        "model", text(line.shown().model())))));
    }

    private static Json line(OfExtraCost line) {
        Map<String, Json> members = new TreeMap<>(Map.of(
                "extraCost", text(line.cost()),
                "serviceDate", text(line.serviceDate()),
                "kind", text(line.kind()),
                "reference", text(line.reference()),
                "description", text(line.description()),
                "amount", new Json.Whole(line.amount().won())));
        AdjustmentReason reason = line.reason();
        if (reason != null) {
            members.put("reason", text(reason));
        }
        return new Json.Object(members);
    }

    private static Json.Object object(Map<String, Json> members) {
        return new Json.Object(members);
    }

    private static Json text(Object value) {
        return new Json.Text(Objects.toString(value));
    }

    private static Json won(Money money) {
        return new Json.Whole(money.won());
    }
}
