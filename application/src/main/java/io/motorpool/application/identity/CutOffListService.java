package io.motorpool.application.identity;

import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.SessionId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the list in memory. A timer brings it up to date by asking for what is new; if the timer falls behind, whoever
 * needs an answer asks first.
 */
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
    private record Known(Map<Object, Set<CutOff>> entries, Instant at, Instant wholeAt) {

        static final Known NOTHING = new Known(Map.of(), Instant.MIN, Instant.MIN);

        boolean isYoungerThan(Duration age, Instant now) {
            return at.isAfter(now.minus(age));
        }

        Known and(List<CutOff> more, Instant asked) {
            return new Known(index(Stream.concat(all(), more.stream())), asked, wholeAt);
        }

        static Known whole(List<CutOff> all, Instant asked) {
            return new Known(index(all.stream()), asked, asked);
        }

        private Stream<CutOff> all() {
            return entries.values().stream().flatMap(Set::stream);
        }

        private static Map<Object, Set<CutOff>> index(Stream<CutOff> entries) {
            return entries.collect(Collectors.groupingBy(CutOffListService::whose, Collectors.toUnmodifiableSet()));
        }

        /** Only the entries about this token's user, session and key can be about it. */
        boolean refuses(IssuedToken token) {
            SessionId session = token.session();
            return Stream.of(token.subject(), token.key(), session == null ? token.key() : session)
                    .map(entries::get)
                    .filter(Objects::nonNull)
                    .flatMap(Set::stream)
                    .anyMatch(entry -> entry.refuses(token));
        }
    }

    private static Object whose(CutOff entry) {
        return switch (entry.target()) {
            case CutOff.Target.OfUser(var user, var _) -> user;
            case CutOff.Target.OfSession(var session) -> session;
            case CutOff.Target.OfKey(var key) -> key;
        };
    }

    @Override
    public Uni<Boolean> refuses(IssuedToken token) {
        return Uni.createFrom().deferred(() -> {
            Known known = latest.get();
            return known.isYoungerThan(STALEST, clock.instant())
                    ? Uni.createFrom().item(known.refuses(token))
                    : read().map(read -> read.refuses(token));
        });
    }

    @Override
    public Uni<Void> refresh() {
        return Uni.createFrom().deferred(() -> read().replaceWithVoid());
    }

    private Uni<Known> read() {
        Instant now = clock.instant();
        Known known = latest.get();
        boolean continues = known.isYoungerThan(OVERLAP.minus(LONGEST_UNIT_OF_WORK), now)
                && known.wholeAt().isAfter(now.minus(WHOLE_EVERY));
        return unitOfWork
                .reading(() -> continues ? cutOffs.addedWithin(OVERLAP) : cutOffs.all(now))
                .map(entries -> keep(known, continues ? known.and(entries, now) : Known.whole(entries, now)));
    }

    /** Of two who asked at once, whoever asked later knows more. */
    private Known keep(Known before, Known read) {
        Known kept = latest.accumulateAndGet(read, (one, other) -> one.at().isAfter(other.at()) ? one : other);
        return kept.at().isBefore(before.at()) ? read : kept;
    }
}
