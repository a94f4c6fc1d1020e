package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.adapters.rest.SpanBody;
import io.motorpool.application.drivinglog.DrivingLogQueries.Open;
import io.motorpool.domain.drivinglog.Entry;
import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.Entry.Question;
import io.motorpool.domain.drivinglog.Entry.Standing;
import io.motorpool.domain.drivinglog.Entry.Why;
import io.motorpool.domain.drivinglog.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reservation, or a trip that was put in, and where it stands: in exactly one place. */
@Schema(name = "DrivingLogEntry")
record LogEntryBody(
        @Schema(required = true, description = "The reservation's id, or that of a trip that was put in by hand")
        UUID id,

        @Schema(required = true, description = "The day in Seoul on which it departed, or was to depart (P1)")
        LocalDate date,

        @Schema(required = true, description = "What was reserved; whether it is in is judged by that")
        SpanBody period,

        @Schema(required = true) State state,

        @Schema(description = "Of what is included: why it is in") @Nullable
        Basis basis,

        @Schema(description = "Of what is excluded: why it is out") @Nullable
        Why why,

        @Schema(description = "Of what needs a review: what has to be decided") @Nullable
        Question question,

        @Schema(required = true, description = "What was driven with both readings known, one for each driver")
        List<TripBody> trips) {

    /** Where an entry stands. */
    @Schema(name = "DrivingLogState")
    enum State {
        INCLUDED,
        EXCLUDED,
        NEEDS_REVIEW
    }

    /** One driver's part of it. */
    @Schema(name = "DrivingLogTrip")
    record TripBody(
            @Schema(required = true, minimum = "1", description = "One more with each hand-over of the key")
            int leg,

            @Schema(required = true) UUID driver,
            @Schema(required = true) Instant departedAt,
            @Schema(required = true) Instant arrivedAt,
            @Schema(required = true, minimum = "0") int beforeKm,
            @Schema(required = true, minimum = "0") int afterKm,

            @Schema(required = true, description = "Below zero where the odometer runs backwards")
            int km,

            @Schema(required = true) TripPurpose purpose) {

        static TripBody of(Trip trip) {
            return new TripBody(
                    trip.id().leg(),
                    trip.driver().value(),
                    trip.departedAt(),
                    trip.arrivedAt(),
                    trip.before().km(),
                    trip.after().km(),
                    trip.km(),
                    TripPurpose.of(trip.purpose()));
        }
    }

    /** One that waits for somebody's decision. */
    @Schema(name = "DrivingLogReview")
    record OpenBody(
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) LogEntryBody entry) {

        static OpenBody of(Open open) {
            return new OpenBody(open.vehicle().value(), LogEntryBody.of(open.entry()));
        }
    }

    /** Only the document reads this: what all of them look like. */
    @Schema(name = "DrivingLogEntries")
    record EntriesPage(
            @Schema(required = true) List<LogEntryBody> items,
            @Nullable String nextCursor) {}

    /** The same of those that wait. */
    @Schema(name = "DrivingLogReviews")
    record ReviewsPage(
            @Schema(required = true) List<OpenBody> items,
            @Nullable String nextCursor) {}

    static LogEntryBody of(Entry entry) {
        List<TripBody> trips = entry.trips().stream().map(TripBody::of).toList();
        return switch (entry.standing()) {
            case Standing.Included(var basis) -> of(entry, State.INCLUDED, basis, null, null, trips);
            case Standing.Excluded(var why) -> of(entry, State.EXCLUDED, null, why, null, trips);
            case Standing.NeedsReview(var question) -> of(entry, State.NEEDS_REVIEW, null, null, question, trips);
        };
    }

    private static LogEntryBody of(
            Entry entry,
            State state,
            @Nullable Basis basis,
            @Nullable Why why,
            @Nullable Question question,
            List<TripBody> trips) {
        return new LogEntryBody(
                entry.id().value(), entry.date(), SpanBody.of(entry.period()), state, basis, why, question, trips);
    }
}
