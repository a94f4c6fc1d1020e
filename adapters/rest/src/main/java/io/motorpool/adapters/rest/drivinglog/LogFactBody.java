package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.LogFact.Ground;
import io.motorpool.domain.drivinglog.LogFact.Verdict;
import io.motorpool.domain.drivinglog.Trip;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.fleet.Odometer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody said about the log of a vehicle, with the reason; nothing of it is ever edited. */
@Schema(name = "DrivingLogFact")
record LogFactBody(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID vehicle,
        @Schema(required = true) Kind kind,

        @Schema(description = "What it is about, unless it is about the vehicle") @Nullable
        UUID entry,

        @Schema(minimum = "1", description = "Which driver's part of it") @Nullable
        Integer leg,

        @Schema(minimum = "0", description = "What the odometer showed") @Nullable
        Integer beforeKm,

        @Schema(minimum = "0") @Nullable Integer afterKm,
        @Nullable TripPurpose purpose,

        @Schema(description = "Of a trip that was put in") @Nullable
        UUID driver,

        @Schema(description = "Of a trip that was put in") @Nullable
        Instant departedAt,

        @Schema(description = "Of a trip that was put in") @Nullable
        Instant arrivedAt,

        @Schema(description = "Of an exemption") @Nullable Ground ground,

        @Schema(required = true, examples = "DATA_CORRECTION")
        String reasonCode,

        @Schema(required = true, description = "Why, in the words of whoever said it")
        String note,

        @Schema(required = true) UUID saidBy,
        @Schema(required = true) Instant saidAt) {

    /** What was said. */
    @Schema(name = "DrivingLogFactKind")
    enum Kind {
        INCLUDED,
        EXCLUDED,
        READINGS_CORRECTED,
        PURPOSE_STATED,
        TRIP_INSERTED,
        VEHICLE_EXEMPTED,
        EXEMPTION_WITHDRAWN
    }

    /** Only the document reads this: what all of them look like. */
    @Schema(name = "DrivingLogFacts")
    record FactsPage(
            @Schema(required = true) List<LogFactBody> items,
            @Nullable String nextCursor) {}

    /** What is said, apart from who said it and why. */
    private record Said(
            Kind kind,
            @Nullable EntryId entry,
            @Nullable Integer leg,
            @Nullable Odometer before,
            @Nullable Odometer after,
            @Nullable TripPurpose purpose,
            @Nullable Trip trip,
            @Nullable Ground ground) {

        static Said aboutTrip(
                Kind kind,
                TripId trip,
                @Nullable Odometer before,
                @Nullable Odometer after,
                @Nullable TripPurpose purpose,
                @Nullable Trip inserted) {
            return new Said(kind, trip.entry(), trip.leg(), before, after, purpose, inserted, null);
        }

        static Said of(LogFact.Content content) {
            return switch (content) {
                case LogFact.Decided(var entry, var verdict) ->
                    new Said(
                            verdict == Verdict.INCLUDE ? Kind.INCLUDED : Kind.EXCLUDED,
                            entry,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
                case LogFact.ReadingsCorrected(var trip, var before, var after) ->
                    aboutTrip(Kind.READINGS_CORRECTED, trip, before, after, null, null);
                case LogFact.PurposeStated(var trip, var purpose) ->
                    aboutTrip(Kind.PURPOSE_STATED, trip, null, null, TripPurpose.of(purpose), null);
                case LogFact.TripInserted(var trip) ->
                    aboutTrip(
                            Kind.TRIP_INSERTED,
                            trip.id(),
                            trip.before(),
                            trip.after(),
                            TripPurpose.of(trip.purpose()),
                            trip);
                case LogFact.Exempted(var ground) ->
                    new Said(Kind.VEHICLE_EXEMPTED, null, null, null, null, null, null, ground);
                case LogFact.ExemptionWithdrawn _ ->
                    new Said(Kind.EXEMPTION_WITHDRAWN, null, null, null, null, null, null, null);
            };
        }
    }

    static LogFactBody of(LogFact fact) {
        Said said = Said.of(fact.content());
        Trip trip = said.trip();
        return new LogFactBody(
                fact.id(),
                fact.vehicle().value(),
                said.kind(),
                said.entry() == null ? null : said.entry().value(),
                said.leg(),
                km(said.before()),
                km(said.after()),
                said.purpose(),
                trip == null ? null : trip.driver().value(),
                trip == null ? null : trip.departedAt(),
                trip == null ? null : trip.arrivedAt(),
                said.ground(),
                fact.reason().code().name(),
                fact.reason().note(),
                fact.by().value(),
                fact.at());
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }
}
