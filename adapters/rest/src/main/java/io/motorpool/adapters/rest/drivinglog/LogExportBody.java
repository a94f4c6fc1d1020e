package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.adapters.rest.Representation;
import io.motorpool.application.drivinglog.LogExport;
import io.motorpool.application.drivinglog.LogExport.Outcome;
import io.motorpool.domain.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company's workbook for a period, and how far it is. */
@Schema(name = "DrivingLogExport")
record LogExportBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID company,
        @Schema(required = true) LocalDate firstDay,
        @Schema(required = true) LocalDate lastDay,
        @Schema(required = true) UUID requestedBy,
        @Schema(required = true) Instant requestedAt,
        @Schema(required = true) State state,

        @Schema(pattern = "^[0-9a-f]{64}$", description = "Of what is ready: the SHA-256 of the workbook") @Nullable
        String sha256,

        @Schema(minimum = "0", description = "Of what is ready: how many trips are in it") @Nullable
        Long rows,

        @Schema(
                minimum = "0",
                description = "Of what is ready: entries that nobody had decided about; 0 in a closed period")
        @Nullable
        Long needsReview,

        @Schema(description = "Of what is refused: the code of the problem", examples = "odometers-block") @Nullable
        String code,

        @Schema(description = "Of what is refused: what the problem says besides") @Nullable
        Map<String, String> facts) {

    /** Its version tells whoever polls whether there is an outcome. */
    static final Representation<LogExport> EXPORTS = new Representation<>(
            "/api/v1/driving-log-exports",
            LogExport::id,
            export -> isDone(export) ? Version.FIRST.next() : Version.FIRST,
            LogExportBody::of);

    @Schema(name = "DrivingLogExportState")
    enum State {
        WAITING,
        READY,
        REFUSED,
        FAILED
    }

    static boolean isDone(LogExport export) {
        return !(export.outcome() instanceof Outcome.Waiting);
    }

    static LogExportBody of(LogExport export) {
        return switch (export.outcome()) {
            case Outcome.Waiting _ -> of(export, State.WAITING, null, null, null, null, null);
            case Outcome.Ready(var file, var rows, var needingReview) ->
                of(export, State.READY, file.hex(), rows, needingReview, null, null);
            case Outcome.Refused(var code, var facts) -> of(export, State.REFUSED, null, null, null, code, facts);
            case Outcome.Failed _ -> of(export, State.FAILED, null, null, null, null, null);
        };
    }

    private static LogExportBody of(
            LogExport export,
            State state,
            @Nullable String sha256,
            @Nullable Long rows,
            @Nullable Long needsReview,
            @Nullable String code,
            @Nullable Map<String, String> facts) {
        return new LogExportBody(
                export.id().value(),
                export.company().value(),
                export.period().from(),
                export.period().until(),
                export.by().user().value(),
                export.startedAt(),
                state,
                sha256,
                rows,
                needsReview,
                code,
                facts);
    }
}
