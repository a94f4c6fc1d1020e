package io.motorpool.sandbox.sap;

import java.time.Duration;

/** What can go wrong with one request. */
public sealed interface Fault {

    /** Nothing is done; the answer is this status, with {@code Retry-After} unless it is zero. */
    record Refuses(int status, Duration retryAfter) implements Fault {}

    /** Nothing is done, and the connection breaks. */
    record BreaksOff() implements Fault {}

    /** Everything is done, and the connection breaks before the answer. */
    record LosesAnswer() implements Fault {}

    /** Everything is done, and the answer says that something went wrong. */
    record FailsAfterwards() implements Fault {}

    /** It is done, and answered, after this time only; whether anybody still listens or not. */
    record TakesLong(Duration time) implements Fault {}

    /** Another user works on the record. */
    record Locked(String user) implements Fault {}

    /** All tokens are forgotten before the request is looked at. */
    record RotatesTokens() implements Fault {}
}
