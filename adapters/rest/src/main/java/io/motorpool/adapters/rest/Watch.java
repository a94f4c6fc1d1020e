package io.motorpool.adapters.rest;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody watches a job. It is looked at again and again, because it may be worked on by any node; what is looked at is what
 * is stored, so it does not matter which node is asked, nor whether one was restarted meanwhile.
 *
 * @param pause between two looks
 */
public record Watch(Duration pause) {

    public static final Duration PAUSE = Duration.ofMillis(500);

    /** Whoever wants to watch for longer asks again, with a token that is still good. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A connection on which nothing is heard is cut off by those in between. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    /** Every look, the last one at a job that is done; it fails with the first refusal. */
    public <T> Multi<T> looks(Supplier<Uni<Decision<T, Refusal>>> look, Predicate<T> isDone) {
        Executor own = ofCaller();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .deferred(look::get)
                        .map(Watch::accepted)
                        .runSubscriptionOn(own))
                .withDelay(pause)
                .until(new Ending<>(isDone)::isReached)
                .select()
                .first(LONGEST.dividedBy(pause));
    }

    /** Those looks that show something else than the one before, and one after each long silence. */
    public <T> Multi<T> changes(Supplier<Uni<Decision<T, Refusal>>> look, Predicate<T> isDone) {
        Telling<T> telling = new Telling<>();
        return looks(look, isDone).select().where(telling::isNews);
    }

    /** @param looks in a row that nothing was told of */
    public boolean isTooLong(int looks) {
        return pause.multipliedBy(looks).compareTo(LONGEST_SILENCE) >= 0;
    }

    /** A unit of work belongs to the context of the request, and a pause ends on another thread. */
    private static Executor ofCaller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : command -> context.runOnContext(_ -> command.run());
    }

    private static <T> T accepted(Decision<T, Refusal> decision) {
        return decision.fold(found -> found, refusal -> {
            throw new RefusedException(refusal);
        });
    }

    /** The last look is told as well, and only then it ends. */
    private static final class Ending<T> {

        private final Predicate<T> isDone;
        private boolean done;

        Ending(Predicate<T> isDone) {
            this.isDone = isDone;
        }

        boolean isReached(T found) {
            boolean reached = done;
            done = isDone.test(found);
            return reached;
        }
    }

    private final class Telling<T> {

        private @Nullable T told;
        private int silent;

        boolean isNews(T found) {
            silent++;
            if (found.equals(told) && !isTooLong(silent)) {
                return false;
            }
            told = found;
            silent = 0;
            return true;
        }
    }
}
