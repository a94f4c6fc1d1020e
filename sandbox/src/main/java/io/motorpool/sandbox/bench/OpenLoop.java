package io.motorpool.sandbox.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.AsyncResult;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * So many questions a second, whether or not the ones before were answered. What one took counts from when it was to be
 * asked: a client that first waits for a slow answer would ask less while it is slow, and hide how slow it was (coordinated
 * omission).
 */
public final class OpenLoop {

    private static final int MOST_COMPLAINTS = 3;

    private final Vertx vertx;
    private final Supplier<Cost> soFar;

    /** @param soFar what the processes in question have used so far, read before and after */
    public OpenLoop(Vertx vertx, Supplier<Cost> soFar) {
        this.vertx = vertx;
        this.soFar = soFar;
    }

    public Sample run(Question question, int perSecond, Duration duration) {
        Cost before = soFar.get();
        long begin = System.nanoTime();
        Asker asker =
                new Asker(question, begin, TimeUnit.SECONDS.toNanos(1) / perSecond, perSecond * duration.toSeconds());
        String deployment = vertx.deployVerticle(asker)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        asker.awaitEnd();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        Cost cost = soFar.get().minus(before);
        var _ = vertx.undeploy(deployment)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new Sample(asker.latencies, asker.failed, asker.complaints, elapsed, cost);
    }

    /** Lives on one event loop, so nothing here needs a lock. */
    private static final class Asker extends AbstractVerticle {

        private final Question question;
        private final long begin;
        private final long apart;
        private final long all;
        private final Promise<Void> end = Promise.promise();
        private final Latencies latencies = new Latencies();
        private final List<String> complaints = new ArrayList<>();
        private long asked;
        private long answered;
        private long failed;

        Asker(Question question, long begin, long apart, long all) {
            this.question = question;
            this.begin = begin;
            this.apart = apart;
            this.all = all;
        }

        @Override
        public void start() {
            long timer = vertx.setPeriodic(1, _ -> askWhatIsDue());
            end.future().onComplete(_ -> vertx.cancelTimer(timer));
        }

        private void askWhatIsDue() {
            long now = System.nanoTime();
            while (asked < all && begin + asked * apart <= now) {
                long due = begin + asked * apart;
                asked++;
                question.ask(0).onComplete(answer -> count(answer, System.nanoTime() - due));
            }
        }

        private void count(AsyncResult<?> answer, long taken) {
            if (answer.succeeded()) {
                latencies.add(taken);
            } else {
                failed++;
                if (complaints.size() < MOST_COMPLAINTS) {
                    complaints.add(String.valueOf(answer.cause()));
                }
            }
            answered++;
            if (answered == all) {
                end.complete();
            }
        }

        void awaitEnd() {
            var _ = end.future().toCompletionStage().toCompletableFuture().join();
        }
    }
}
