package io.motorpool.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private final Vertx vertx = Vertx.vertx();
    private final OpenLoop loop = new OpenLoop(vertx, () -> Cost.NOTHING);

    @AfterEach
    void close() {
        var _ = vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void every_question_is_asked_whether_or_not_the_ones_before_were_answered_and_waits_since_it_was_due() {
        List<Promise<Void>> open = new ArrayList<>();

        Sample seen = loop.run(
                _ -> {
                    Promise<Void> answer = Promise.promise();
                    open.add(answer);
                    if (open.size() == 100) {
                        open.forEach(Promise::complete);
                    }
                    return answer.future();
                },
                100,
                Duration.ofSeconds(1));

        assertThat(seen.latencies().count()).isEqualTo(100);
        assertThat(seen.latencies().percentileMillis(100)).isBetween(900.0, 2_000.0);
        assertThat(seen.latencies().percentileMillis(50)).isBetween(400.0, 1_500.0);
    }

    @Test
    void what_fails_is_counted_apart() {
        Sample seen = loop.run(_ -> Future.failedFuture(new IllegalStateException("no")), 20, Duration.ofSeconds(1));

        assertThat(seen.failed()).isEqualTo(20);
        assertThat(seen.latencies().count()).isZero();
        assertThat(seen.complaints()).hasSize(3);
    }
}
