package io.motorpool.application.shared;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;

/** Reads what a use case answered. */
public final class Answer {

    private Answer() {}

    public static <T> T accepted(Uni<Decision<T, Refusal>> answer) {
        return switch (answer.await().indefinitely()) {
            case Accepted<T, Refusal>(var value) -> value;
            case Refused<T, Refusal>(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }

    /** A step on the way to what a test is about. */
    public static <T> void succeeds(Uni<Decision<T, Refusal>> step) {
        T _ = accepted(step);
    }

    public static <T> Refusal refused(Uni<Decision<T, Refusal>> answer) {
        return switch (answer.await().indefinitely()) {
            case Accepted<T, Refusal>(var value) -> throw new AssertionError("accepted: " + value);
            case Refused<T, Refusal>(var reason) -> reason;
        };
    }
}
