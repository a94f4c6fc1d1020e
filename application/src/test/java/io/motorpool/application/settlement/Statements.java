package io.motorpool.application.settlement;

import io.motorpool.application.settlement.StatementWorkbooks.Document;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostKind;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Seal;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementNumber;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Party;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A statement of two routes: one with runs and costs, one that only takes something off. Every text is a nasty one. */
public final class Statements {

    public static final YearMonth MONTH = YearMonth.of(2026, 11);
    public static final RouteId COMMUTE = new RouteId(new UUID(7, 1));
    public static final RouteId SHUTTLE = new RouteId(new UUID(7, 2));
    public static final String FORMULA = "=HYPERLINK(\"http://x\",\"클릭\")";

    private static final SettlementHead BILL = new SettlementHead(
            new SettlementId(new UUID(5, 1)),
            new SettlementNumber("ST202611-000001"),
            new CompanyId(new UUID(6, 1)),
            MONTH,
            new Purpose.Bill(1));
    private static final SettlementHead REVERSAL = new SettlementHead(
            new SettlementId(new UUID(5, 2)),
            new SettlementNumber("ST202611-000002"),
            BILL.company(),
            MONTH,
            new Purpose.Reversal(BILL.id()));
    private static final Party HANBIT = new Party("한빛물산", BusinessNumber.parse("120-81-47521"));

    private Statements() {}

    public static Document confirmed() {
        return new Document(view(SettlementStatus.CONFIRMED, null), statement(), null);
    }

    public static Document draft() {
        return new Document(
                new SettlementView(BILL, SettlementStatus.CALCULATED, totals(), null, null, null, new Version(1)),
                statement(),
                null);
    }

    public static Document reversal() {
        return new Document(
                new SettlementView(
                        REVERSAL, SettlementStatus.CONFIRMED, totals(), confirmation(), null, null, Version.FIRST),
                new Statement(REVERSAL, HANBIT, List.of()),
                view(SettlementStatus.POSTED, new ErpDocument("60000001")));
    }

    public static SettlementView view(SettlementStatus status, @Nullable ErpDocument document) {
        return new SettlementView(BILL, status, totals(), confirmation(), document, null, new Version(2));
    }

    /** 45,001 + 45,001 + 2,400 − 1,333 = 91,069; the tax is 9,106. */
    public static Statement statement() {
        return new Statement(
                BILL,
                HANBIT,
                List.of(
                        new Section(
                                COMMUTE,
                                "판교/강남 [출근]: 1호차?*",
                                List.of(run(2, "2026-11-02"), run(1, "2026-11-02")),
                                List.of(new OfExtraCost(
                                        new ExtraCostId(new UUID(9, 1)),
                                        COMMUTE,
                                        LocalDate.parse("2026-11-02"),
                                        ExtraCostKind.TOLL,
                                        "R-1",
                                        null,
                                        FORMULA,
                                        new Amount(2_400)))),
                        new Section(
                                SHUTTLE,
                                "판교/강남 [출근]: 1호차?*",
                                List.of(),
                                List.of(new OfExtraCost(
                                        new ExtraCostId(new UUID(9, 2)),
                                        SHUTTLE,
                                        LocalDate.parse("2026-11-30"),
                                        ExtraCostKind.ADJUSTMENT,
                                        "A-1",
                                        AdjustmentReason.SERVICE_FAILURE,
                                        "30분 지연",
                                        new Amount(-1_333))))));
    }

    private static OfRun run(int number, String day) {
        return new OfRun(
                new RunId(new UUID(8, number)),
                COMMUTE,
                LocalDate.parse(day),
                Instant.parse(day + "T0" + number + ":30:00Z"),
                new VehicleContractNumber("VC202611-00000" + number),
                1,
                new Amount(45_001),
                new Shown("1호차", "12가345" + number, "=카니발"));
    }

    private static Confirmation confirmation() {
        return new Confirmation(
                new UserId(new UUID(2, 12)), Instant.parse("2026-12-05T01:00:00Z"), totals(), Seal.NONE);
    }

    private static Totals totals() {
        return statement().totals().orElseThrow();
    }
}
