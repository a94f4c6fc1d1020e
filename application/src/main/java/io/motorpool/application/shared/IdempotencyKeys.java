package io.motorpool.application.shared;

import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Remembers what was answered to a request that may be sent again (P13). */
public interface IdempotencyKeys {

    /** For how long an answer is remembered (P13). */
    Duration KEPT = Duration.ofHours(24);

    /**
     * Whose request, for what, under which key, and a digest of everything it said.
     *
     * @param operation method and path
     * @param fingerprint digest of the request: the same key with another one is a mistake
     */
    record Request(UserId caller, String operation, String key, String fingerprint) {}

    /** What was answered. */
    record Answer(int status, Map<String, String> headers, String body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    /** How a request stands. */
    sealed interface Standing {
        /** Never seen: it is the caller's to answer until the unit of work ends. */
        record Fresh() implements Standing {}

        /** Another unit of work is answering it now. */
        record InFlight() implements Standing {}

        /** The key was used for another request. */
        record Reused() implements Standing {}

        /** It was answered with this. */
        record Answered(Answer answer) implements Standing {}
    }

    /** Never waits for another unit of work. */
    Uni<Standing> claim(Request request, Instant now);

    Uni<Void> remember(Request request, Answer answer, Instant now);

    /** Forgets what is older than {@link #KEPT}, a limited number at a time. */
    Uni<Integer> forgetBefore(Instant before, int atMost);
}
