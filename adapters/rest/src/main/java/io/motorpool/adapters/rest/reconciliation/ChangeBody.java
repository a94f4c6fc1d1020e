package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.adapters.rest.reconciliation.VerdictBody.UnreadableBody;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reservation.ReservationStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change of one legacy row. */
@Schema(name = "LegacyChange")
record ChangeBody(
        @Schema(required = true) String number,

        @Schema(required = true, description = "The row's primary key, which may change")
        String key,

        @Schema(required = true) PositionBody position,
        @Schema(required = true) Instant at,
        @Schema(required = true) Kind kind,

        @Schema(description = "The row as it was then; absent where it is gone or makes no sense") @Nullable
        RowBody row,

        @Nullable UnreadableBody unreadable) {

    @Schema(name = "LegacyChangeKind")
    enum Kind {
        CREATED,
        UPDATED,
        DELETED,
        READ;

        static Kind of(Change change) {
            return switch (change) {
                case Created _ -> CREATED;
                case Updated _ -> UPDATED;
                case Deleted _ -> DELETED;
                case Read _ -> READ;
            };
        }
    }

    @Schema(name = "LegacyRow")
    record RowBody(
            @Schema(required = true) UUID company,
            @Schema(required = true) UUID vehicle,
            @Schema(required = true) UUID driver,
            @Schema(required = true) Instant start,
            @Schema(required = true) Instant end,
            @Schema(required = true) boolean corporate,
            @Schema(required = true) ReservationStatus status,
            @Nullable Instant startedAt,
            @Nullable Integer startOdometerKm,
            @Nullable Instant returnedAt,
            @Nullable Integer endOdometerKm) {

        static RowBody of(LegacyRow row) {
            return new RowBody(
                    row.company().value(),
                    row.vehicle().value(),
                    row.driver().value(),
                    row.period().start(),
                    row.period().end(),
                    row.corporate(),
                    row.status(),
                    row.startedAt(),
                    km(row.startOdometer()),
                    row.returnedAt(),
                    km(row.endOdometer()));
        }

        private static @Nullable Integer km(@Nullable Odometer odometer) {
            return odometer == null ? null : odometer.km();
        }
    }

    static ChangeBody of(ChangeEvent event) {
        return switch (event.change()) {
            case Created(var after) -> of(event, after);
            case Updated(var after) -> of(event, after);
            case Read(var after) -> of(event, after);
            case Deleted _ -> of(event, null, null);
        };
    }

    private static ChangeBody of(ChangeEvent event, Image image) {
        return switch (image) {
            case Image.Readable(var row) -> of(event, RowBody.of(row), null);
            case Image.Unreadable(var raw, var why) -> of(event, null, new UnreadableBody(why, Raw.shown(raw)));
        };
    }

    private static ChangeBody of(ChangeEvent event, @Nullable RowBody row, @Nullable UnreadableBody unreadable) {
        return new ChangeBody(
                event.number().value(),
                event.key(),
                PositionBody.of(event.position()),
                event.at(),
                Kind.of(event.change()),
                row,
                unreadable);
    }
}
