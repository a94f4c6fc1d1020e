package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.domain.drivinglog.LogClosing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A period of which the log is what was handed in. */
@Schema(name = "DrivingLogClosing")
record LogClosingBody(
        @Schema(required = true) UUID company,
        @Schema(required = true) LocalDate firstDay,
        @Schema(required = true) LocalDate lastDay,

        @Schema(
                required = true,
                pattern = "^[0-9a-f]{64}$",
                description = "The SHA-256 of the workbook that is kept with it; every export brings these bytes")
        String sha256,

        @Schema(required = true, minimum = "0", description = "How many trips are in it")
        long rows,

        @Schema(required = true) UUID closedBy,
        @Schema(required = true) Instant closedAt) {

    /** Only the document reads this: what all of them look like. */
    @Schema(name = "DrivingLogClosings")
    record ClosingsPage(
            @Schema(required = true) List<LogClosingBody> items,
            @Nullable String nextCursor) {}

    static LogClosingBody of(LogClosing closing) {
        return new LogClosingBody(
                closing.company().value(),
                closing.period().from(),
                closing.period().until(),
                closing.sheets().hex(),
                closing.rows(),
                closing.by().value(),
                closing.at());
    }
}
