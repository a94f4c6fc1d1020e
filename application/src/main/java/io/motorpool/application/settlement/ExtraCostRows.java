package io.motorpool.application.settlement;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Column;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Found;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostKey;
import io.motorpool.domain.settlement.ExtraCostKind;
import io.motorpool.domain.settlement.ExtraCostLine;
import io.motorpool.domain.settlement.ExtraCostSheet;
import io.motorpool.domain.shared.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Between the words of a workbook and what they mean. */
final class ExtraCostRows {

    private final RouteNames names;
    private final List<ExtraCostSheet.Row> understood = new ArrayList<>();
    private final List<CellFault> faults = new ArrayList<>();

    private ExtraCostRows(RouteNames names) {
        this.names = names;
    }

    static Row written(RouteNames names, ExtraCost cost) {
        ExtraCostLine line = cost.line();
        AdjustmentReason reason = line.reason();
        return new Row(
                line.key().serviceDate(),
                names.written(line.key().route()),
                ExtraCostWords.of(line.key().kind()),
                line.key().reference(),
                line.amount().won(),
                reason == null ? "" : ExtraCostWords.of(reason),
                line.description());
    }

    /** What could be understood, and what is wrong with the rest. */
    record Understood(List<ExtraCostSheet.Row> rows, List<CellFault> faults) {}

    /** @param unread what is wrong with cells of which nothing could be made */
    static Understood read(RouteNames names, List<Found> rows, List<CellFault> unread) {
        ExtraCostRows reading = new ExtraCostRows(names);
        reading.faults.addAll(unread);
        rows.forEach(reading::read);
        return new Understood(reading.understood, reading.faults);
    }

    private void read(Found found) {
        Row row = found.row();
        Optional<RouteId> route = names.meant(row.route());
        Optional<ExtraCostKind> kind = ExtraCostWords.kind(row.kind());
        Optional<AdjustmentReason> reason = ExtraCostWords.reason(row.reason());
        int before = faults.size();
        faultIf(route.isEmpty(), found, Column.ROUTE, Fault.UNKNOWN_ROUTE);
        faultIf(kind.isEmpty(), found, Column.KIND, Fault.NOT_A_KIND);
        faultIf(row.won() == 0, found, Column.WON, Fault.ZERO);
        faultIf(row.won() < 0 && row.reason().isEmpty(), found, Column.REASON, Fault.REASON_MISSING);
        faultIf(row.won() >= 0 && !row.reason().isEmpty(), found, Column.REASON, Fault.REASON_WITHOUT_REDUCTION);
        faultIf(row.won() < 0 && !row.reason().isEmpty() && reason.isEmpty(), found, Column.REASON, Fault.NOT_A_REASON);
        if (faults.size() == before && route.isPresent() && kind.isPresent()) {
            understood.add(understood(found, route.get(), kind.get(), reason));
        }
    }

    private static ExtraCostSheet.Row understood(
            Found found, RouteId route, ExtraCostKind kind, Optional<AdjustmentReason> reason) {
        Row row = found.row();
        var key = new ExtraCostKey(row.serviceDate(), route, kind, row.reference());
        return new ExtraCostSheet.Row(
                found.sheet(),
                found.cell(Column.SERVICE_DATE),
                found.cell(Column.ROUTE),
                found.cell(Column.REFERENCE),
                new ExtraCostLine(key, new Amount(row.won()), reason.orElse(null), row.description()));
    }

    private void faultIf(boolean wrong, Found found, Column column, Fault fault) {
        if (wrong) {
            faults.add(new CellFault(found.sheet(), found.cell(column), fault));
        }
    }
}
