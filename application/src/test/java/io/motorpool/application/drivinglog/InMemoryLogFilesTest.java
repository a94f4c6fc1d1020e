package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryLogFilesTest implements LogFilesContract, InMemoryContract {

    private final ALog log = new ALog();

    @Override
    public LogFiles files() {
        return log.files;
    }
}
