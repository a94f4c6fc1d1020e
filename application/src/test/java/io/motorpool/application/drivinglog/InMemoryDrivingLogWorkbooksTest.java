package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryDrivingLogWorkbooksTest implements DrivingLogWorkbooksContract, InMemoryContract {

    private final ALog log = new ALog();

    @Override
    public DrivingLogWorkbooks workbooks() {
        return log.workbooks;
    }
}
