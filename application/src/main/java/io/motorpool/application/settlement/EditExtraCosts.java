package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.ExtraCostSheet.Row;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.List;

/** A company's special requests come and go as sheets. Whoever edits one is the settlement's maker from then on (P16). */
public interface EditExtraCosts {

    /** All rows are taken or none is; what was exported can be imported again and nothing happens. */
    Uni<Decision<Imported, Refusal>> importSheet(Sheet sheet);

    /**
     * @param digest of the file, in hexadecimal: the same file twice is recognised before its rows are looked at
     * @param unread what is wrong with rows of which nothing could be made
     */
    record Sheet(
            Caller caller, CompanyId company, YearMonth month, String digest, List<Row> rows, List<CellFault> unread) {
        public Sheet {
            rows = List.copyOf(rows);
            unread = List.copyOf(unread);
        }
    }

    /** @param sameFile whether this very file was the last that was imported */
    record Imported(int added, int changed, int unchanged, boolean sameFile) {}

    /** What a sheet of the month contains, in the order in which it is written. */
    Uni<Decision<List<ExtraCost>, Refusal>> export(Caller caller, CompanyId company, YearMonth month);

    /** @return what is left */
    Uni<Decision<List<ExtraCost>, Refusal>> remove(Caller caller, CompanyId company, YearMonth month, ExtraCostId cost);
}
