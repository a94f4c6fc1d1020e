package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.domain.drivinglog.OdometerFinding;
import io.motorpool.domain.drivinglog.OdometerFinding.Backwards;
import io.motorpool.domain.drivinglog.OdometerFinding.Gap;
import io.motorpool.domain.drivinglog.TripId;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something about the readings of a vehicle that does not go on where it stopped. */
@Schema(name = "OdometerFinding")
record FindingBody(
        @Schema(required = true, description = "What runs backwards blocks the workbook; a gap is shown in it")
        Kind kind,

        @Schema(required = true) UUID entry,
        @Schema(required = true, minimum = "1") int leg,
        @Schema(required = true) LocalDate date,

        @Schema(minimum = "0", description = "Of what runs backwards: what it showed") @Nullable
        Integer readingKm,

        @Schema(minimum = "0", description = "Of what runs backwards: what it had shown before") @Nullable
        Integer lastKm,

        @Schema(minimum = "1", description = "Of a gap: kilometres that nobody accounts for") @Nullable
        Integer gapKm) {

    /** What is wrong. */
    @Schema(name = "OdometerFindingKind")
    enum Kind {
        BACKWARDS,
        GAP
    }

    static FindingBody of(OdometerFinding finding) {
        TripId trip = finding.trip();
        return switch (finding) {
            case Backwards it ->
                new FindingBody(
                        Kind.BACKWARDS, trip.entry().value(), trip.leg(), it.date(), it.reading(), it.last(), null);
            case Gap it -> new FindingBody(Kind.GAP, trip.entry().value(), trip.leg(), it.date(), null, null, it.km());
        };
    }
}
