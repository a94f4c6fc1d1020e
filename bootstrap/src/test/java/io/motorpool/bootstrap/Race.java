package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Many callers at the same moment. */
final class Race {

    private Race() {}

    /** What one of them got, and how long it took. */
    record Finish(Answer answer, Duration took) {

        int status() {
            return answer.status();
        }
    }

    /** All of them wait for each other and then send; the answers are in the order of the callers. */
    static List<Finish> between(List<Supplier<Answer>> callers) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(callers.size());
        List<Finish> finishes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Finish>> running = callers.stream()
                    .map(caller -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        long began = System.nanoTime();
                        Answer answer = caller.get();
                        return new Finish(answer, Duration.ofNanos(System.nanoTime() - began));
                    }))
                    .toList();
            for (Future<Finish> each : running) {
                finishes.add(each.get());
            }
        }
        return finishes;
    }
}
