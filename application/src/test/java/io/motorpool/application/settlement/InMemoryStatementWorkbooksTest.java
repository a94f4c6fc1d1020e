package io.motorpool.application.settlement;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryStatementWorkbooksTest implements StatementWorkbooksContract, InMemoryContract {

    @Override
    public StatementWorkbooks workbooks() {
        return new InMemoryStatementWorkbooks();
    }
}
