package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.NextInLine.together;

import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.reservation.ReservationSteps.Step;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Keeps the place of a vehicle that is late, and warns whoever follows. */
public final class RecordLateReturnService implements RecordLateReturn {

    private static final Rule RULE = Rule.ofSupport("record-late-return");

    private final ReservationSteps steps;
    private final NextInLine nextInLine;
    private final MissedBlocks missedBlocks;
    private final Clock clock;

    public RecordLateReturnService(
            ReservationSteps steps, NextInLine nextInLine, MissedBlocks missedBlocks, Clock clock) {
        this.steps = steps;
        this.nextInLine = nextInLine;
        this.missedBlocks = missedBlocks;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<ReservationView, Refusal>> recordLateReturn(ReservationChange change) {
        return steps.take(
                change,
                RULE,
                stored -> Proceed.with(
                        stored.value().runningFor(ReservationRefusal.Step.RECORD_LATE_RETURN),
                        running -> nextInLine
                                .ahead(running.terms())
                                .chain(schedule -> Proceed.with(
                                        running.recordLateReturn(schedule, clock.instant()),
                                        kept -> makeRoom(change, running, schedule, kept)
                                                .chain(() -> warn(stored, kept))))));
    }

    private Uni<Void> makeRoom(
            ReservationChange change, InUse running, VehicleSchedule schedule, Optional<Changed<InUse>> kept) {
        Deed deed = new Deed(change.caller(), RULE.byOthers(), "release-vehicle", Optional.ofNullable(change.reason()));
        return kept.isPresent()
                ? missedBlocks.giveUp(running.blocksMissed(schedule, clock.instant()), deed)
                : Uni.createFrom().voidItem();
    }

    /** Whoever follows may have come after the place was kept: they are told though nothing else changes. */
    private Uni<Decision<List<Step>, Refusal>> warn(Versioned<Reservation> stored, Optional<Changed<InUse>> kept) {
        return nextInLine
                .threatenedBy(stored.value().terms())
                .map(warned -> Decision.accept(kept.map(changed -> together(new Step(stored, changed), warned))
                        .orElse(warned)));
    }
}
