package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers in memory. A claim lasts as long as its unit of work, and its answer is there once that has succeeded. */
public final class InMemoryIdempotencyKeys implements IdempotencyKeys {

    private record Name(Object caller, String operation, String key) {

        static Name of(Request request) {
            return new Name(request.caller(), request.operation(), request.key());
        }
    }

    private record Remembered(String fingerprint, Answer answer, Instant at) {}

    /** One that is being answered. */
    private static final class Claim {
        private @Nullable Remembered answer;
    }

    private final Map<Name, Remembered> answers = new HashMap<>();
    private final Map<Name, Claim> claims = new HashMap<>();

    @Override
    public Uni<Standing> claim(Request request, Instant now) {
        return Uni.createFrom().item(() -> standing(request, now));
    }

    private synchronized Standing standing(Request request, Instant now) {
        Name name = Name.of(request);
        Remembered known = answers.get(name);
        if (known != null && known.at().isAfter(now.minus(KEPT))) {
            return known.fingerprint().equals(request.fingerprint())
                    ? new Standing.Answered(known.answer())
                    : new Standing.Reused();
        }
        if (claims.containsKey(name)) {
            return new Standing.InFlight();
        }
        claims.put(name, new Claim());
        DirectUnitOfWork.atEnd(succeeded -> end(name, succeeded));
        return new Standing.Fresh();
    }

    private synchronized void end(Name name, boolean succeeded) {
        Claim claim = Objects.requireNonNull(claims.remove(name));
        if (succeeded && claim.answer != null) {
            answers.put(name, claim.answer);
        }
    }

    @Override
    public Uni<Void> remember(Request request, Answer answer, Instant now) {
        return Uni.createFrom().voidItem().invoke(() -> keep(request, answer, now));
    }

    private synchronized void keep(Request request, Answer answer, Instant now) {
        Claim claim = claims.get(Name.of(request));
        if (claim == null) {
            throw new ContendedException("answered by another unit of work meanwhile");
        }
        claim.answer = new Remembered(request.fingerprint(), answer, now);
    }

    @Override
    public Uni<Integer> forgetBefore(Instant before, int atMost) {
        return Uni.createFrom().item(() -> forget(before, atMost));
    }

    private synchronized int forget(Instant before, int atMost) {
        List<Name> old = answers.entrySet().stream()
                .filter(answer -> !answer.getValue().at().isAfter(before))
                .map(Map.Entry::getKey)
                .limit(atMost)
                .toList();
        answers.keySet().removeAll(old);
        return old.size();
    }
}
