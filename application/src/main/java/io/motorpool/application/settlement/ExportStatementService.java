package io.motorpool.application.settlement;

import io.motorpool.application.settlement.StatementWorkbooks.Document;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.SettlementId;
import io.smallrye.mutiny.Uni;

/** Asks for what is to be shown like everybody else, and has it written down. */
public final class ExportStatementService implements ExportStatement {

    private final SettlementQueries queries;
    private final StatementWorkbooks workbooks;

    public ExportStatementService(SettlementQueries queries, StatementWorkbooks workbooks) {
        this.queries = queries;
        this.workbooks = workbooks;
    }

    @Override
    public Uni<Decision<Exported, Refusal>> export(Caller caller, SettlementId settlement) {
        return Proceed.with(
                queries.settlement(caller, settlement),
                view -> Proceed.with(
                        document(caller, view),
                        document -> workbooks
                                .write(document)
                                .map(bytes ->
                                        Decision.accept(new Exported(view.head().number(), bytes)))));
    }

    private Uni<Decision<Document, Refusal>> document(Caller caller, SettlementView view) {
        return Proceed.with(queries.statement(caller, view.head().id()), statement -> switch (view.head()
                .purpose()) {
            case Purpose.Bill _ -> Proceed.done(new Document(view, statement, null));
            case Purpose.Reversal(var reversed) ->
                Proceed.with(
                        queries.settlement(caller, reversed),
                        bill -> Proceed.done(new Document(view, statement, bill)));
        });
    }
}
