package io.motorpool.application.drivinglog;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Exports that somebody asked for; kept, so that they survive whoever was working on them. */
public interface LogExports {

    Uni<Void> add(LogExport export);

    Uni<Optional<LogExport>> find(ExportId id);

    /**
     * An export that waits, for the caller alone as long as the lease lasts; the oldest first. Who held it before and did not
     * record an outcome in time has lost it.
     */
    Uni<Optional<LogExport>> claim(Instant now, Duration lease);

    /** The first outcome that is recorded stays. */
    Uni<Void> record(ExportId id, LogExport.Outcome outcome);
}
