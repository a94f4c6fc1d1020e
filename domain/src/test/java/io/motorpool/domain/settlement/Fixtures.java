package io.motorpool.domain.settlement;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.route.Fixtures.COMMUTE;
import static io.motorpool.domain.route.Fixtures.DECEMBER_1ST;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.at;
import static io.motorpool.domain.route.Fixtures.number;

import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.settlement.Snapshot.Link;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Hanbit's November, for tests. */
public final class Fixtures {

    public static final UserId CLERK = new UserId(new UUID(2, 11));
    public static final UserId APPROVER = new UserId(new UUID(2, 12));
    public static final SettlementId SETTLEMENT = new SettlementId(new UUID(20, 1));
    public static final SettlementId REVERSAL = new SettlementId(new UUID(20, 2));
    public static final RouteId RETURN_TRIP = new RouteId(new UUID(10, 2));
    public static final ErpAccount ACCOUNT = new ErpAccount("1000042");
    public static final Party PARTY = new Party("한빛물류", new BusinessNumber("1208147521"));

    private Fixtures() {}

    public static SettlementHead aHead() {
        return aHead(SETTLEMENT, 1, new Purpose.Bill(1));
    }

    public static SettlementHead aReversalHead() {
        return aHead(REVERSAL, 2, new Purpose.Reversal(SETTLEMENT));
    }

    public static SettlementHead aHead(SettlementId id, int drawn, Purpose purpose) {
        return new SettlementHead(id, SettlementNumber.issue(NOVEMBER, drawn), HANBIT, NOVEMBER, purpose);
    }

    public static OfRun aLine(int run, long won) {
        LocalDate date = NOVEMBER.atDay(1 + run % 30);
        return new OfRun(
                new RunId(new UUID(12, run)),
                COMMUTE,
                date,
                at(date, 8, 0),
                number(1),
                1,
                new Amount(won),
                new Shown("1호차", "12가3456", "쏘나타"));
    }

    public static ExtraCostLine aCost(String reference, long won) {
        return new ExtraCostLine(
                new ExtraCostKey(NOVEMBER.atDay(3), COMMUTE, ExtraCostKind.TOLL, reference),
                new Amount(won),
                won < 0 ? AdjustmentReason.SERVICE_FAILURE : null,
                "경부고속도로 통행료");
    }

    public static ExtraCost anExtraCost(int id, String reference, long won) {
        return new ExtraCost(new ExtraCostId(new UUID(21, id)), HANBIT, aCost(reference, won), CLERK);
    }

    public static Statement aStatement(List<OfRun> runs, List<OfExtraCost> costs) {
        return new Statement(aHead(), PARTY, List.of(new Section(COMMUTE, "강남-판교 출근", runs, costs)));
    }

    public static Statement aStatement() {
        return aStatement(
                List.of(aLine(1, 45_000), aLine(2, 45_000)), List.of(OfExtraCost.of(anExtraCost(1, "R-1", 2_400))));
    }

    public static Snapshot aSnapshot() {
        return aSnapshot(aStatement());
    }

    public static Snapshot aSnapshot(Statement statement) {
        return Snapshot.of(statement, APPROVER, DECEMBER_1ST, Link.FIRST);
    }

    public static Standing aStanding() {
        return aStanding(0, 0, 0, 0, sumsOf(aStatement()));
    }

    public static List<RouteSum> sumsOf(Statement statement) {
        return statement.sections().stream().map(Section::sum).toList();
    }

    public static Standing aStanding(
            long open, long uncaptured, long unpriced, long undispatched, List<RouteSum> sums) {
        return new Standing(sums, open, uncaptured, unpriced, undispatched, ACCOUNT);
    }

    public static Settlement.Calculated aCalculated() {
        return new Settlement.Calculated(aHead(), CLERK, Totals.on(Money.won(92_400)), DECEMBER_1ST);
    }

    public static Confirmation aConfirmation() {
        return new Confirmation(
                APPROVER,
                DECEMBER_1ST,
                Totals.on(Money.won(92_400)),
                aSnapshot().seal());
    }

    public static Settlement.Posted aPosted() {
        return new Settlement.Posted(aHead(), aConfirmation(), new ErpDocument("60000001"), DECEMBER_1ST);
    }
}
