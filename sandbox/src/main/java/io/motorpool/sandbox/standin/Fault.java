package io.motorpool.sandbox.standin;

import java.time.Duration;

/** What can go wrong with one request on its way. */
public sealed interface Fault {

    /** Nothing is done; the answer is this status. */
    record Refuses(int status) implements Fault {}

    /** Nothing is done, and the connection breaks. */
    record BreaksOff() implements Fault {}

    /** Everything is done, and the connection breaks before the answer. */
    record LosesAnswer() implements Fault {}

    /** Everything is done, and the answer says that something went wrong. */
    record FailsAfterwards() implements Fault {}

    /** It is done, and answered, after this time only; whether anybody still listens or not. */
    record TakesLong(Duration time) implements Fault {}
}
