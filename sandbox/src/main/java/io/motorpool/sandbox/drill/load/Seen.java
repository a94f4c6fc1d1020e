package io.motorpool.sandbox.drill.load;

import java.time.Duration;
import java.time.Instant;

/**
 * What a client met with.
 *
 * @param asked when the request was sent
 * @param what the kind of request: create, move, cancel, read
 * @param status 0 when no answer came
 * @param code the problem's code; empty when it was none
 * @param proper whether an unavailable answer was what it has to be: a problem with {@code Retry-After}
 */
public record Seen(Instant asked, String what, int status, String code, Duration took, boolean proper) {

    static final int NO_ANSWER = 0;
    static final int UNAVAILABLE = 503;

    public Instant answered() {
        return asked.plus(took);
    }

    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    public boolean unavailable() {
        return status == UNAVAILABLE;
    }

    public boolean unanswered() {
        return status == NO_ANSWER;
    }

    /** Whether nobody can tell from it what happened to the request. */
    public boolean leavesOpen() {
        return unanswered() || status >= 500 || code.equals("contended") || code.equals("request-in-flight");
    }

    /** How the answer is called in a table. */
    public String outcome() {
        if (unanswered()) {
            return "no answer";
        }
        return code.isEmpty() ? Integer.toString(status) : status + " " + code;
    }
}
