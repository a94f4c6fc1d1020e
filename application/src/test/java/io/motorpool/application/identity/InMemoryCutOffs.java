package io.motorpool.application.identity;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.domain.identity.CutOff;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The entries of the cut-off list in memory. */
final class InMemoryCutOffs implements CutOffs {

    private record Added(CutOff entry, Instant at) {}

    private final Clock clock;
    private final Rows<UUID, Added> rows = new Rows<>();
    boolean outOfReach;

    /** Whether the units of work that add are still under way. */
    boolean hidden;

    int asked;

    InMemoryCutOffs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> add(List<CutOff> entries) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> entries.forEach(entry -> rows.put(Ids.next(), new Added(entry, clock.instant()))));
    }

    @Override
    public Uni<List<CutOff>> all(Instant now) {
        return asked(added -> added.entry().until().isAfter(now));
    }

    @Override
    public Uni<List<CutOff>> addedWithin(Duration before) {
        Instant from = clock.instant().minus(before);
        return asked(added -> added.at().isAfter(from));
    }

    private Uni<List<CutOff>> asked(Predicate<Added> wanted) {
        return Uni.createFrom().item(() -> {
            asked++;
            if (outOfReach) {
                throw new StoreUnavailableException(new IOException("the database does not answer"));
            }
            return hidden
                    ? List.<CutOff>of()
                    : rows.where(wanted).stream().map(Added::entry).toList();
        });
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return Uni.createFrom()
                .item(() -> rows.forget(added -> !added.entry().until().isAfter(now), atMost));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
