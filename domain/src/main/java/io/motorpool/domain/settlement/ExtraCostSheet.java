package io.motorpool.domain.settlement;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One company's extra costs of one month as somebody sends them. All of them are taken or none is (P12). Costs are
 * recognised by their key: one that is known is corrected, one that says what it said before is left alone; so what was
 * exported can be imported again and nothing happens.
 *
 * @param rows in the order of the sheet, without those of which nothing could be made
 * @param unread why nothing could be made of the others
 */
public record ExtraCostSheet(CompanyId company, YearMonth month, List<Row> rows, List<CellFault> unread) {

    public static final int MOST_ROWS = 10_000;

    /** How many faults are told at once: a sheet with more of them has one fault, its maker. */
    public static final int MOST_FAULTS = 100;

    /**
     * @param dateCell where the day stands
     * @param routeCell where the route stands
     * @param referenceCell where the reference stands
     */
    public record Row(String sheet, String dateCell, String routeCell, String referenceCell, ExtraCostLine line) {}

    /** What taking the sheet comes to. */
    public record Taken(List<ExtraCost> added, List<ExtraCost> changed, int unchanged) {

        public Taken {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
        }

        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    public ExtraCostSheet {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("a sheet has at most %d rows".formatted(MOST_ROWS));
        }
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }

    /** One in which everything could be read. */
    public ExtraCostSheet(CompanyId company, YearMonth month, List<Row> rows) {
        this(company, month, rows, List.of());
    }

    /**
     * @param routes of the company
     * @param known all extra costs of the company in that month
     */
    public Decision<Taken, SettlementRefusal> take(
            Set<RouteId> routes, List<ExtraCost> known, UserId by, Supplier<ExtraCostId> nextId) {
        List<CellFault> faults = faults(routes);
        if (!faults.isEmpty()) {
            return refuse(new CellsRefused(faults));
        }
        Map<ExtraCostKey, ExtraCost> byKey = new HashMap<>();
        known.forEach(cost -> byKey.put(cost.key(), cost));
        List<ExtraCost> added = new ArrayList<>();
        List<ExtraCost> changed = new ArrayList<>();
        for (Row row : rows) {
            ExtraCost before = byKey.get(row.line().key());
            if (before == null) {
                added.add(new ExtraCost(nextId.get(), company, row.line(), by));
            } else if (!before.line().equals(row.line())) {
                changed.add(before.saying(row.line(), by));
            }
        }
        return accept(new Taken(added, changed, rows.size() - added.size() - changed.size()));
    }

    private List<CellFault> faults(Set<RouteId> routes) {
        Set<ExtraCostKey> seen = new HashSet<>();
        List<CellFault> faults = new ArrayList<>(unread);
        for (Row row : rows) {
            if (!row.line().key().month().equals(month)) {
                faults.add(new CellFault(row.sheet(), row.dateCell(), Fault.OTHER_MONTH));
            }
            if (!routes.contains(row.line().key().route())) {
                faults.add(new CellFault(row.sheet(), row.routeCell(), Fault.UNKNOWN_ROUTE));
            }
            if (!seen.add(row.line().key())) {
                faults.add(new CellFault(row.sheet(), row.referenceCell(), Fault.REPEATED));
            }
        }
        return CellFault.first(MOST_FAULTS, faults);
    }
}
