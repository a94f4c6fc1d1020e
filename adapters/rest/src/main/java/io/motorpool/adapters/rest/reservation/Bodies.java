package io.motorpool.adapters.rest.reservation;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.reservation.Notes;
import io.motorpool.application.reservation.OccupyVehicle;
import io.motorpool.application.reservation.ReservationReader.Neighbour;
import io.motorpool.application.reservation.ReservationReader.Neighbours;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.reservation.Taken;
import io.motorpool.domain.shared.Period;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What goes in and out, in JSON. */
final class Bodies {

    private static final String START = "2026-12-01T09:00:00+09:00";
    private static final String END = "2026-12-01T11:00:00+09:00";

    private Bodies() {}

    @Schema(name = "Reason", description = "Why somebody acts for somebody else")
    record ReasonBody(
            @Schema(required = true, implementation = ReasonCode.class) @Nullable
            String code,

            @Schema(required = true, minLength = 1, maxLength = Reason.LONGEST_NOTE, examples = "called the hotline")
            @Nullable
            String note) {

        static Field<Reason> read(Input in, @Nullable ReasonBody body) {
            return body == null ? in.absent() : body.read(in);
        }

        static Field<Reason> readRequired(Input in, @Nullable ReasonBody body) {
            Field<ReasonBody> there = in.given("reason", body);
            return there.orNull() == null ? in.absent() : there.get().read(in);
        }

        private Field<Reason> read(Input in) {
            Field<ReasonCode> reasonCode = in.oneOf(ReasonCode.class, "reason.code", code);
            return in.required(
                    "reason.note",
                    note,
                    text -> new Reason(reasonCode.optional().orElse(ReasonCode.OPERATIONS), text));
        }
    }

    @Schema(name = "ReserveVehicle")
    record ReserveBody(
            @Schema(required = true, format = "uuid") @Nullable
            String vehicle,

            @Schema(format = "uuid", description = "Who will drive; the caller when absent") @Nullable
            String driver,

            @Schema(required = true, format = "date-time", examples = START) @Nullable
            String start,

            @Schema(required = true, format = "date-time", examples = END) @Nullable
            String end,

            @Schema(required = true, description = "Whether the trip is business travel") @Nullable
            Boolean corporate,

            @Nullable ReasonBody reason) {}

    @Schema(name = "NewPeriod")
    record PeriodBody(
            @Schema(required = true, format = "date-time", examples = START) @Nullable
            String start,

            @Schema(required = true, format = "date-time", examples = END) @Nullable
            String end,

            @Nullable ReasonBody reason) {}

    @Schema(name = "OtherVehicle")
    record VehicleBody(
            @Schema(required = true, format = "uuid") @Nullable
            String vehicle,

            @Nullable ReasonBody reason) {}

    @Schema(name = "VehicleSwap")
    record SwapBody(
            @Schema(required = true, format = "uuid", description = "The other reservation") @Nullable
            String with,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "Step")
    record StepBody(@Nullable ReasonBody reason) {}

    @Schema(name = "OdometerReading")
    record ReadingBody(
            @Schema(required = true, minimum = "0", maximum = "9999999", examples = "12345") @Nullable
            Integer odometerKm,

            @Nullable ReasonBody reason) {}

    @Schema(name = "ForcedReturn")
    record ForcedReturnBody(
            @Schema(minimum = "0", maximum = "9999999", examples = "12345") @Nullable
            Integer odometerKm,

            @Schema(required = true) @Nullable ReasonBody reason) {

        Field<Odometer> reading(Input in) {
            return in.ifGiven("odometerKm", odometerKm, Odometer::new);
        }
    }

    @Schema(name = "NewNote")
    record NoteBody(
            @Schema(required = true, minLength = 1, maxLength = Notes.Note.LONGEST) @Nullable
            String text,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "OccupyVehicle")
    record OccupyBody(
            @Schema(required = true, implementation = Occupancy.ByDivision.Cause.class) @Nullable
            String cause,

            @Schema(required = true, format = "date-time", examples = START) @Nullable
            String start,

            @Schema(required = true, format = "date-time", examples = END) @Nullable
            String end,

            @Schema(required = true, description = "Whether reservations in the way may be moved to equal vehicles")
            @Nullable
            Boolean relocate,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "ReleaseVehicle")
    record ReleaseBody(@Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "Reservation")
    record ReservationBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID company,
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) UUID driver,
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end,
            @Schema(required = true) ReservationStatus status,
            @Schema(required = true) boolean corporate,
            @Schema(required = true) boolean atRisk,
            @Schema(required = true) boolean overdue,
            @Nullable Instant startedAt,
            @Nullable Integer startOdometerKm,
            @Nullable Instant returnedAt,
            @Nullable Integer endOdometerKm,
            @Schema(required = true) Instant createdAt) {

        static ReservationBody of(ReservationView view) {
            return new ReservationBody(
                    view.id().value(),
                    view.company().value(),
                    view.vehicle().value(),
                    view.driver().value(),
                    view.period().start(),
                    view.period().end(),
                    view.status(),
                    view.corporate(),
                    view.atRisk(),
                    view.overdue(),
                    view.startedAt(),
                    km(view.startOdometer()),
                    view.returnedAt(),
                    km(view.endOdometer()),
                    view.createdAt());
        }

        private static @Nullable Integer km(@Nullable Odometer odometer) {
            return odometer == null ? null : odometer.km();
        }
    }

    @Schema(name = "Note")
    record NoteView(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID author,
            @Schema(required = true) Instant writtenAt,
            @Schema(required = true) String text) {

        static NoteView of(Notes.Note note) {
            return new NoteView(note.id(), note.author().value(), note.writtenAt(), note.text());
        }
    }

    @Schema(name = "Span")
    record SpanBody(
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end) {

        static SpanBody of(Period period) {
            return new SpanBody(period.start(), period.end());
        }
    }

    @Schema(name = "Taken")
    record TakenBody(
            @Schema(required = true) OccupancyKind kind,
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end) {

        static TakenBody of(Taken taken) {
            return new TakenBody(
                    taken.kind(), taken.period().start(), taken.period().end());
        }
    }

    @Schema(name = "Availability")
    record AvailabilityBody(
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end,
            @Schema(required = true) boolean available,
            @Schema(required = true) List<SpanBody> free,
            @Schema(required = true) List<TakenBody> taken,
            @Schema(required = true) Instant asOf) {

        static AvailabilityBody of(Availability availability) {
            return new AvailabilityBody(
                    availability.vehicle().value(),
                    availability.period().start(),
                    availability.period().end(),
                    availability.available(),
                    availability.free().stream().map(SpanBody::of).toList(),
                    availability.taken().stream().map(TakenBody::of).toList(),
                    availability.asOf());
        }
    }

    @Schema(name = "Neighbour")
    record NeighbourBody(
            @Schema(required = true, description = "Masked (P10)", examples = "김*수")
            String name,

            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end) {

        static NeighbourBody of(Neighbour neighbour) {
            return new NeighbourBody(
                    neighbour.driver().masked(),
                    neighbour.period().start(),
                    neighbour.period().end());
        }
    }

    @Schema(name = "Neighbours")
    record NeighboursBody(
            @Nullable NeighbourBody previous, @Nullable NeighbourBody next) {

        static NeighboursBody of(Neighbours neighbours) {
            return new NeighboursBody(
                    neighbours.previous().map(NeighbourBody::of).orElse(null),
                    neighbours.next().map(NeighbourBody::of).orElse(null));
        }
    }

    @Schema(name = "Moved")
    record MovedBody(
            @Schema(required = true) UUID reservation,
            @Schema(required = true) UUID from,
            @Schema(required = true) UUID to) {}

    @Schema(name = "Occupancy")
    record OccupancyBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) List<TakenBody> parts,
            @Schema(required = true) List<MovedBody> relocated) {

        static OccupancyBody of(Occupancy occupancy) {
            return of(occupancy, List.of());
        }

        static OccupancyBody of(OccupyVehicle.Occupied occupied) {
            return of(
                    occupied.occupancy(),
                    occupied.moved().stream()
                            .map(moved -> new MovedBody(
                                    moved.reservation().value(),
                                    moved.from().value(),
                                    moved.to().value()))
                            .toList());
        }

        private static OccupancyBody of(Occupancy occupancy, List<MovedBody> relocated) {
            return new OccupancyBody(
                    occupancy.id().value(),
                    occupancy.vehicle().value(),
                    occupancy.parts().stream().map(TakenBody::of).toList(),
                    relocated);
        }
    }

    @Schema(name = "SweepReport")
    record ReportBody(
            @Schema(required = true) int examined,
            @Schema(required = true) int changed,
            @Schema(required = true) int failed) {}
}
