package io.motorpool.application.shared;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Goes on after a decision, if it was to accept. A refusal falls through to the answer. */
public final class Proceed {

    private Proceed() {}

    public static <T, U, R extends Refusal> Uni<Decision<U, Refusal>> with(
            Decision<T, R> decision, Function<? super T, Uni<Decision<U, Refusal>>> next) {
        return switch (decision) {
            case Accepted<T, R>(var value) -> next.apply(value);
            case Refused<T, R>(var reason) -> Uni.createFrom().item(Decision.refuse(reason));
        };
    }

    /** The same for a decision that is still on its way. */
    public static <T, U, R extends Refusal> Uni<Decision<U, Refusal>> with(
            Uni<Decision<T, R>> decision, Function<? super T, Uni<Decision<U, Refusal>>> next) {
        return decision.chain(made -> with(made, next));
    }

    /** The end of a pipeline that succeeded. */
    public static <T> Uni<Decision<T, Refusal>> done(T value) {
        return Uni.createFrom().item(Decision.accept(value));
    }

    /** The end of a pipeline that did not. */
    public static <T> Uni<Decision<T, Refusal>> refused(Refusal reason) {
        return Uni.createFrom().item(Decision.refuse(reason));
    }
}
