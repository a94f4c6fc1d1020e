package io.motorpool.adapters.keys.verification;

import io.motorpool.adapters.keys.publication.JwkSet;
import io.motorpool.domain.identity.KeySet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An origin that does what a test wants. */
final class Origin implements KeySetOrigin {

    private final AtomicInteger fetches = new AtomicInteger();
    private volatile Supplier<CompletableFuture<String>> answer = Origin::nothing;

    private static CompletableFuture<String> nothing() {
        return CompletableFuture.failedFuture(new IllegalStateException("nothing is published"));
    }

    void publishes(KeySet set) {
        says(JwkSet.write(set));
    }

    void says(String text) {
        answer = () -> CompletableFuture.completedFuture(text);
    }

    void fails() {
        answer = Origin::nothing;
    }

    void throwsAtOnce() {
        answer = () -> {
            throw new IllegalStateException("no thread is left");
        };
    }

    /** Answers when the test says so. */
    CompletableFuture<String> hangs() {
        CompletableFuture<String> later = new CompletableFuture<>();
        answer = () -> later;
        return later;
    }

    int fetches() {
        return fetches.get();
    }

    @Override
    public CompletableFuture<String> fetch() {
        fetches.incrementAndGet();
        return answer.get();
    }
}
