package io.motorpool.application.settlement;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryExtraCostWorkbooksTest implements ExtraCostWorkbooksContract, InMemoryContract {

    private final ExtraCostWorkbooks workbooks = new InMemoryExtraCostWorkbooks();

    @Override
    public ExtraCostWorkbooks workbooks() {
        return workbooks;
    }
}
