package io.motorpool.application.settlement;

import io.motorpool.application.settlement.EditExtraCosts.Imported;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;

/** Extra costs come and go as workbooks. What is wrong with one is told with sheet and cell, and then nothing is stored (P12). */
public interface ExchangeExtraCosts {

    /** A workbook to begin with. */
    Uni<Decision<byte[], Refusal>> template(Caller caller);

    /** What the month holds. Taking it in again changes nothing. */
    Uni<Decision<byte[], Refusal>> export(Caller caller, CompanyId company, YearMonth month);

    default Uni<Decision<Imported, Refusal>> take(Upload upload) {
        return take(upload, _ -> {});
    }

    Uni<Decision<Imported, Refusal>> take(Upload upload, Progress progress);

    /** For those who wait for a large one. */
    interface Progress {

        /** All of its rows were understood; what is left is to store them. Not called for what cannot be understood. */
        void read(int rows);
    }

    /** @param workbook as it came: anything at all */
    @SuppressWarnings("ArrayRecordComponent")
    record Upload(Caller caller, CompanyId company, YearMonth month, byte[] workbook) {}
}
