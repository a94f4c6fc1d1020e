package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.StatementWorkbooks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Statements as Excel's workbooks. */
@ApplicationScoped
class ExcelStatementWorkbooks implements StatementWorkbooks {

    @Override
    public Uni<byte[]> write(Document document) {
        return Worker.does(() -> StatementWriting.of(document));
    }
}
