package io.motorpool.sandbox.legacy;

import java.time.LocalDateTime;
import java.util.UUID;

/** What can be wrong with how the legacy system writes its rows out. Planted in the stand-in, behind switches, and never in Motorpool. */
public enum ExportBug {

    /** Whoever extends a reservation becomes its driver. */
    EXTENDING_CHANGES_THE_DRIVER,

    /** The end is written as the last second before it, as in {@code 11:59:59}. */
    ENDS_A_SECOND_EARLY;

    static LegacyRow withEarlyEnd(LegacyRow row) {
        LocalDateTime end = row.end();
        return row.during(row.start(), end.minusSeconds(1));
    }

    static LegacyRow withDriver(LegacyRow row, UUID clerk) {
        return row.drivenBy(clerk);
    }
}
