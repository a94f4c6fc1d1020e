package io.motorpool.application.update;

import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One look after the other, the next when whoever watches has taken what the last one showed.
 *
 * @param <T> what a look shows
 * @param <N> what is told of it
 */
final class Watching<T, N> {

    private final Watcher.Asking asking;
    private final Function<Caller, Uni<Decision<T, Refusal>>> look;
    private final Function<T, Optional<N>> news;
    private final Bell bell;
    private final Pace pace;
    private final Clock clock;
    private final Instant end;
    private Instant looked = Instant.MIN;
    private Instant told = Instant.MIN;
    private Duration patience;
    private boolean blind;

    Watching(
            Watcher.Asking asking,
            Function<Caller, Uni<Decision<T, Refusal>>> look,
            Function<T, Optional<N>> news,
            Bell bell,
            Pace pace,
            Clock clock) {
        this.asking = asking;
        this.look = look;
        this.news = news;
        this.bell = bell;
        this.pace = pace;
        this.clock = clock;
        this.end = clock.instant().plus(pace.longest());
        this.patience = pace.silence();
    }

    Multi<Decision<Sight<N>, Refusal>> sights() {
        return Multi.createBy()
                .repeating()
                .uni(this::next)
                .whilst(this::goesOn)
                .select()
                .where(this::isWorthTelling);
    }

    private boolean goesOn(Decision<Sight<N>, Refusal> last) {
        return last.fold(_ -> clock.instant().isBefore(end), _ -> false);
    }

    /** The first look is at once, and whoever watches is told of it in any case: so they know that they do. */
    private Uni<Decision<Sight<N>, Refusal>> next() {
        return looked.equals(Instant.MIN)
                ? look()
                : rest().chain(() -> sleep())
                        .chain(() -> look())
                        .onFailure(Watching::isPassing)
                        .recoverWithItem(this::again);
    }

    /** However often it changes, there is time between two looks. */
    private Uni<Void> rest() {
        Duration left = Duration.between(clock.instant(), looked.plus(pace.gap()));
        return left.isPositive()
                ? Uni.createFrom().voidItem().onItem().delayIt().by(left)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> sleep() {
        return bell.rung()
                .ifNoItem()
                .after(patience)
                .recoverWithUni(Uni.createFrom().voidItem());
    }

    private Uni<Decision<Sight<N>, Refusal>> look() {
        return asking.ask(this::seen).map(decision -> decision.map(this::sight));
    }

    /** What changes from here on is for the next look. */
    private Uni<Decision<T, Refusal>> seen(Caller caller) {
        looked = clock.instant();
        return look.apply(caller);
    }

    private Sight<N> sight(T seen) {
        patience = pace.silence();
        blind = false;
        return news.apply(seen).<Sight<N>>map(Sight.News::new).orElseGet(Sight.Same::new);
    }

    private Decision<Sight<N>, Refusal> again() {
        looked = clock.instant();
        patience = pace.afterFailure();
        blind = true;
        return Decision.accept(new Sight.Same<>());
    }

    /** Whoever watches has come already: what does not answer now will be asked again. */
    private static boolean isPassing(Throwable failure) {
        return switch (failure) {
            case StoreUnavailableException _, OutOfReachException _, OverloadedException _, ContendedException _ ->
                true;
            default -> false;
        };
    }

    private boolean isWorthTelling(Decision<Sight<N>, Refusal> decision) {
        Instant now = clock.instant();
        boolean worth = decision.fold(
                sight -> switch (sight) {
                    case Sight.News<N> _ -> true;
                    case Sight.Same<N> _ -> !blind && !now.isBefore(told.plus(pace.silence()));
                },
                _ -> true);
        if (worth) {
            told = now;
        }
        return worth;
    }
}
