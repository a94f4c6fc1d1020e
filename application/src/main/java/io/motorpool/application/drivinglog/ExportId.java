package io.motorpool.application.drivinglog;

import java.util.UUID;

/** Names an export. */
public record ExportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
