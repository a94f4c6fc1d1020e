package io.motorpool.domain;

/** Opens a decision for a test that expects one outcome of it and cannot go on with the other. */
public final class Answers {

    private Answers() {}

    /** What was accepted. */
    public static <T> T accepted(Decision<T, ?> decision) {
        return switch (decision) {
            case Decision.Accepted<T, ?>(var value) -> value;
            case Decision.Refused<T, ?>(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }

    /** Why it was refused. */
    public static <R extends Refusal> R refused(Decision<?, R> decision) {
        return switch (decision) {
            case Decision.Refused<?, R>(var reason) -> reason;
            case Decision.Accepted<?, R>(var value) -> throw new AssertionError("accepted: " + value);
        };
    }
}
