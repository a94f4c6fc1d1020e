package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementNumber;
import io.smallrye.mutiny.Uni;

/** The statement as the workbook that a client company is sent. */
public interface ExportStatement {

    Uni<Decision<Exported, Refusal>> export(Caller caller, SettlementId settlement);

    /** A workbook, and the number of the settlement that it shows. */
    @SuppressWarnings("ArrayRecordComponent")
    record Exported(SettlementNumber number, byte[] workbook) {}
}
