package io.motorpool.sandbox.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.AsyncResult;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Verticle;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/** So many clients, each of which asks again as soon as it is answered. */
public final class ClosedLoop {

    private static final int MOST_COMPLAINTS = 3;

    private final Vertx vertx;
    private final Supplier<Cost> soFar;

    /** @param soFar what the processes in question have used so far, read before and after */
    public ClosedLoop(Vertx vertx, Supplier<Cost> soFar) {
        this.vertx = vertx;
        this.soFar = soFar;
    }

    public Sample run(Question question, int clients, Duration duration) {
        List<Client> all = new ArrayList<>();
        Queue<Verticle> toDeploy = new ArrayDeque<>();
        Cost before = soFar.get();
        long begin = System.nanoTime();
        for (int number = 0; number < clients; number++) {
            Client client = new Client(question, number, begin + duration.toNanos());
            all.add(client);
            toDeploy.add(client);
        }
        Supplier<Verticle> next = toDeploy::remove;
        String deployment = vertx.deployVerticle(next, new DeploymentOptions().setInstances(clients))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        all.forEach(Client::awaitEnd);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        Cost cost = soFar.get().minus(before);
        var _ = vertx.undeploy(deployment)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return together(all, elapsed, cost);
    }

    private static Sample together(List<Client> clients, Duration elapsed, Cost cost) {
        Latencies latencies = new Latencies();
        List<String> complaints = new ArrayList<>();
        long failed = 0;
        for (Client client : clients) {
            latencies.addAll(client.latencies);
            failed += client.failed;
            complaints.addAll(client.complaints);
        }
        return new Sample(
                latencies, failed, complaints.stream().limit(MOST_COMPLAINTS).toList(), elapsed, cost);
    }

    /** Lives on one event loop, so nothing here needs a lock. */
    private static final class Client extends AbstractVerticle {

        private final Question question;
        private final int number;
        private final long deadline;
        private final Promise<Void> end = Promise.promise();
        private final Latencies latencies = new Latencies();
        private final List<String> complaints = new ArrayList<>();
        private long failed;

        Client(Question question, int number, long deadline) {
            this.question = question;
            this.number = number;
            this.deadline = deadline;
        }

        @Override
        public void start() {
            ask();
        }

        private void ask() {
            long begun = System.nanoTime();
            if (begun >= deadline) {
                end.complete();
                return;
            }
            question.ask(number).onComplete(answer -> {
                count(answer, System.nanoTime() - begun);
                ask();
            });
        }

        private void count(AsyncResult<?> answer, long taken) {
            if (answer.succeeded()) {
                latencies.add(taken);
                return;
            }
            failed++;
            if (complaints.size() < MOST_COMPLAINTS) {
                complaints.add(String.valueOf(answer.cause()));
            }
        }

        void awaitEnd() {
            var _ = end.future().toCompletionStage().toCompletableFuture().join();
        }
    }
}
