package io.motorpool.domain;

import java.util.function.Function;

/**
 * What the model answers: it accepts, or it refuses and says why. Refusing is not an error, so it is a value that
 * nobody can overlook (ADR-0005).
 *
 * @param <T> what follows from accepting
 * @param <R> the reasons for refusing
 */
public sealed interface Decision<T, R extends Refusal> {

    /** The model agrees. */
    record Accepted<T, R extends Refusal>(T value) implements Decision<T, R> {}

    /** The model declines, for this reason. */
    record Refused<T, R extends Refusal>(R reason) implements Decision<T, R> {}

    static <T, R extends Refusal> Decision<T, R> accept(T value) {
        return new Accepted<>(value);
    }

    static <T, R extends Refusal> Decision<T, R> refuse(R reason) {
        return new Refused<>(reason);
    }

    /** The same decision about something derived from what was accepted. */
    default <U> Decision<U, R> map(Function<? super T, ? extends U> derive) {
        return switch (this) {
            case Accepted<T, R>(var value) -> accept(derive.apply(value));
            case Refused<T, R>(var reason) -> refuse(reason);
        };
    }

    /** A further decision, taken only if this one was to accept. */
    default <U> Decision<U, R> then(Function<? super T, Decision<U, R>> next) {
        return switch (this) {
            case Accepted<T, R>(var value) -> next.apply(value);
            case Refused<T, R>(var reason) -> refuse(reason);
        };
    }

    /** One answer from either outcome. */
    default <U> U fold(Function<? super T, ? extends U> accepted, Function<? super R, ? extends U> refused) {
        return switch (this) {
            case Accepted<T, R>(var value) -> accepted.apply(value);
            case Refused<T, R>(var reason) -> refused.apply(reason);
        };
    }

    /** The same decision where any refusal may be given. */
    default Decision<T, Refusal> widened() {
        return switch (this) {
            case Accepted<T, R>(var value) -> accept(value);
            case Refused<T, R>(var reason) -> refuse(reason);
        };
    }
}
