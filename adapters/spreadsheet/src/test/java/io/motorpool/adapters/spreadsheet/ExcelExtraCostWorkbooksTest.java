package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.settlement.ExtraCostWorkbooksContract;
import io.motorpool.application.shared.InMemoryContract;

class ExcelExtraCostWorkbooksTest implements ExtraCostWorkbooksContract, InMemoryContract {

    private final ExtraCostWorkbooks workbooks = new ExcelExtraCostWorkbooks();

    @Override
    public ExtraCostWorkbooks workbooks() {
        return workbooks;
    }
}
