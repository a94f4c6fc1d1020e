package io.motorpool.sandbox.fuzz.contract;

import io.motorpool.sandbox.fuzz.wire.Received;

/** What is known beforehand about the answer to a request, beyond what the document says. */
public sealed interface Expectation {

    Expectation ANYTHING = new Anything();

    /** Whatever the document allows. */
    record Anything() implements Expectation {}

    /** Something is wrong with the request, so it must not be accepted. */
    record Refusal(String because) implements Expectation {}

    /** Exactly this status. */
    record Status(int status, String because) implements Expectation {}

    /** The same request was sent before, and this came back. */
    record Repetition(Received earlier) implements Expectation {}

    /**
     * The head breaks HTTP itself, so the server may refuse it before it knows what it is about: then there is no problem,
     * and the connection ends.
     */
    record Unreadable(String because) implements Expectation {}
}
