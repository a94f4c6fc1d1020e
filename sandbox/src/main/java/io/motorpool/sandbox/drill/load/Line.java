package io.motorpool.sandbox.drill.load;

import io.motorpool.sandbox.api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks, and writes down what came back, or that nothing did. */
public final class Line {

    private final Observations observations;

    public Line(Observations observations) {
        this.observations = observations;
    }

    /** What somebody met with, and the answer if there was one. */
    public record Exchanged(Seen seen, Optional<Answer> answer) {}

    /** @param what the kind of request */
    public Exchanged ask(String what, Supplier<Answer> question) {
        Instant asked = Instant.now();
        long begin = System.nanoTime();
        @Nullable Answer answer = null;
        try {
            answer = question.get();
        } catch (UncheckedIOException _) {
            // No answer is an answer here: the drill counts it.
        }
        Seen seen = seen(asked, what, answer, Duration.ofNanos(System.nanoTime() - begin));
        observations.add(seen);
        return new Exchanged(seen, Optional.ofNullable(answer));
    }

    private static Seen seen(Instant asked, String what, @Nullable Answer answer, Duration took) {
        return answer == null
                ? new Seen(asked, what, Seen.NO_ANSWER, "", took, false)
                : new Seen(asked, what, answer.status(), answer.code(), took, isProper(answer));
    }

    private static boolean isProper(Answer answer) {
        return answer.headers().firstValue("Retry-After").isPresent()
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                && !answer.code().isEmpty();
    }
}
