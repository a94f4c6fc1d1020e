package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.ReservationEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Gives up blocks that a vehicle, being out, did not come to. Part of the unit of work that found them. */
public final class MissedBlocks {

    private final Schedules schedules;
    private final Journal journal;
    private final Clock clock;

    public MissedBlocks(Schedules schedules, Journal journal, Clock clock) {
        this.schedules = schedules;
        this.journal = journal;
        this.clock = clock;
    }

    /** As openly as if somebody had released them by hand: each is announced and on record, under the deed given. */
    Uni<Void> giveUp(List<ByDivision> missed, Deed deed) {
        return Multi.createFrom()
                .iterable(missed)
                .onItem()
                .transformToUniAndConcatenate(block -> release(block, deed))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that somebody has released meanwhile is gone already. */
    private Uni<Void> release(ByDivision block, Deed deed) {
        return schedules
                .removeBlock(block.id())
                .chain(there -> there ? write(block, deed) : Uni.createFrom().voidItem());
    }

    private Uni<Void> write(ByDivision block, Deed deed) {
        Effect effect = new Effect(block.company(), block.id().value(), facts(block), Map.of());
        var fact = new ReservationEvent.VehicleReleased(
                block.id(), block.company(), block.vehicle(), block.held(), clock.instant());
        return journal.write(deed, List.of(effect), List.of(fact));
    }

    /** What a block was, by name. */
    static Map<String, String> facts(ByDivision block) {
        return Map.of(
                "vehicle", block.vehicle().toString(),
                "cause", block.cause().name(),
                "start", block.held().start().toString(),
                "end", block.held().end().toString());
    }
}
