package io.motorpool.application.identity;

import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.CutOff;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the list in memory and asks for what is new; as a whole only now and then, and after a long sleep. */
public final class CutOffListService implements CutOffList {

    private final UnitOfWork unitOfWork;
    private final CutOffs cutOffs;
    private final Clock clock;
    private final AtomicReference<Known> latest = new AtomicReference<>(Known.NOTHING);

    public CutOffListService(UnitOfWork unitOfWork, CutOffs cutOffs, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.cutOffs = cutOffs;
        this.clock = clock;
    }

    /**
     * The list as it was.
     *
     * @param at when it was asked for: what was added since may be missing
     * @param wholeAt when it was last read as a whole
     */
    private record Known(List<CutOff> entries, Instant at, Instant wholeAt) {

        static final Known NOTHING = new Known(List.of(), Instant.MIN, Instant.MIN);

        boolean isYoungerThan(Duration age, Instant now) {
            return at.isAfter(now.minus(age));
        }

        /** Whether asking for what is new leaves no gap. */
        boolean continuesAt(Instant now) {
            return isYoungerThan(OVERLAP.minus(LONGEST_UNIT_OF_WORK), now) && wholeAt.isAfter(now.minus(WHOLE_EVERY));
        }

        Known and(List<CutOff> more, Instant asked) {
            Set<CutOff> all = new LinkedHashSet<>(entries);
            return new Known(all.addAll(more) ? List.copyOf(all) : entries, asked, wholeAt);
        }

        Known anew(List<CutOff> all, Instant asked) {
            return new Known(Set.copyOf(all).equals(Set.copyOf(entries)) ? entries : List.copyOf(all), asked, asked);
        }
    }

    @Override
    public Optional<List<CutOff>> ifYoung() {
        Known known = latest.get();
        return known.isYoungerThan(STALEST, clock.instant()) ? Optional.of(known.entries()) : Optional.empty();
    }

    @Override
    public List<CutOff> current() {
        return ifYoung()
                .orElseThrow(
                        () -> new StoreUnavailableException(new IllegalStateException("the cut-off list is too old")));
    }

    @Override
    public Uni<List<CutOff>> upToDate() {
        return Uni.createFrom()
                .deferred(() -> ifYoung()
                        .map(entries -> Uni.createFrom().item(entries))
                        .orElseGet(() -> read().map(Known::entries)));
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.createFrom().deferred(() -> read().replaceWithVoid());
    }

    private Uni<Known> read() {
        Instant now = clock.instant();
        Known known = latest.get();
        return unitOfWork
                .reading(() -> known.continuesAt(now)
                        ? cutOffs.addedWithin(OVERLAP).map(more -> known.and(more, now))
                        : cutOffs.all(now).map(all -> known.anew(all, now)))
                .map(read -> latest.accumulateAndGet(read, CutOffListService::younger));
    }

    /** Of two who read at once, whoever began later knows more. */
    private static Known younger(Known one, Known other) {
        return one.at().isAfter(other.at()) ? one : other;
    }
}
