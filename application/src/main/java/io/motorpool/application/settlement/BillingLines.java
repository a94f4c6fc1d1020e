package io.motorpool.application.settlement;

import io.motorpool.application.settlement.BillingRequest.BillingLine;
import io.motorpool.application.settlement.BillingRequest.LineKind;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.shared.Amount;
import java.util.ArrayList;
import java.util.List;

/**
 * What the ERP is told of a statement: per route its runs, what was asked for beside them, and what is taken off. The ERP's
 * people need no more; the lines one by one are in the snapshot, and both add up to the same.
 */
final class BillingLines {

    private BillingLines() {}

    static List<BillingLine> of(Statement statement) {
        List<BillingLine> lines = new ArrayList<>();
        for (Section section : statement.sections()) {
            add(
                    lines,
                    LineKind.RUNS,
                    section,
                    " " + section.runs().size() + "회",
                    section.sum().charges());
            add(lines, LineKind.EXTRA_COST, section, " 추가비용", sum(section, false));
            add(lines, LineKind.ADJUSTMENT, section, " 조정", sum(section, true));
        }
        return lines;
    }

    private static Amount sum(Section section, boolean belowZero) {
        return Amount.sum(section.extraCosts().stream()
                .map(OfExtraCost::amount)
                .filter(amount -> amount.isNegative() == belowZero)
                .toList());
    }

    private static void add(List<BillingLine> lines, LineKind kind, Section section, String what, Amount amount) {
        if (!amount.equals(Amount.NONE)) {
            lines.add(new BillingLine(kind, named(section.name(), what), amount.won()));
        }
    }

    /** The end says what it is, so a name that is too long loses its own end. */
    private static String named(String name, String what) {
        int room = BillingLine.LONGEST_TEXT - what.length();
        int length = Math.min(name.codePointCount(0, name.length()), room);
        return name.substring(0, name.offsetByCodePoints(0, length)).strip() + what;
    }
}
