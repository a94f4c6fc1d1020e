package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.drivinglog.DrivingLogWorkbooks;
import io.motorpool.application.drivinglog.DrivingLogWorkbooksContract;
import io.motorpool.application.shared.InMemoryContract;

class ExcelDrivingLogWorkbooksTest implements DrivingLogWorkbooksContract, InMemoryContract {

    private final DrivingLogWorkbooks workbooks = new ExcelDrivingLogWorkbooks();

    @Override
    public DrivingLogWorkbooks workbooks() {
        return workbooks;
    }
}
