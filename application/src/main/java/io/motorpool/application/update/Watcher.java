package io.motorpool.application.update;

import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/**
 * Whoever watches, for as long as they do. Tokens end and people leave meanwhile, so it is found out anew before each look who
 * they are.
 *
 * @param caller who they were when they came
 * @param asking how to ask in their name
 */
public record Watcher(Caller caller, Asking asking) {

    /** An edge's way to whoever watches over it. */
    public interface Asking {

        /**
         * Waits until they can take another answer, finds out who they are by now, and asks. Fails, in the edge's own way, when
         * they are nobody any more.
         */
        <T> Uni<T> ask(Function<Caller, Uni<T>> question);
    }
}
