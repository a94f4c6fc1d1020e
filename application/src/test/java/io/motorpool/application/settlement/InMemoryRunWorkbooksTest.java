package io.motorpool.application.settlement;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryRunWorkbooksTest implements RunWorkbooksContract, InMemoryContract {

    private final RunWorkbooks workbooks = new InMemoryRunWorkbooks();

    @Override
    public RunWorkbooks workbooks() {
        return workbooks;
    }
}
