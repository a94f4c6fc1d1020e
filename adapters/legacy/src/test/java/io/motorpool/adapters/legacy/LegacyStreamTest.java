package io.motorpool.adapters.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.reconciliation.ObserveLegacy;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegacyStreamTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<List<LegacyMessage>> observed = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final LegacyStream stream = new LegacyStream(new Observe(), Clock.systemUTC(), meters);

    @Test
    void a_batch_is_observed_as_one_with_what_nobody_understands_in_it() {
        once(stream.hear(records("garbage", null)));

        assertThat(observed).singleElement().satisfies(batch -> {
            assertThat(batch).hasSize(2);
            assertThat(batch.getFirst()).isEqualTo(new LegacyMessage.Undecodable("legacy-3@40", "garbage", "no JSON"));
            assertThat(batch.getLast()).isInstanceOf(LegacyMessage.Tombstone.class);
        });
        assertThat(meters.get("motorpool.legacy.heard")
                        .tag("outcome", "undecodable")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void while_it_cannot_be_stored_it_is_not_given_up() {
        failures.add(new IllegalStateException("database gone"));
        failures.add(new IllegalStateException("still gone"));

        once(stream.hear(records("garbage")));

        assertThat(observed).hasSize(3);
    }

    @Test
    void it_acts_as_motorpool_itself_which_may_observe_and_explain_nothing() {
        once(stream.hear(records("garbage")));

        assertThat(callers).containsOnly(LegacyStream.MOTORPOOL);
        assertThat(LegacyStream.MOTORPOOL.holds(Permission.RUN_RECONCILIATION)).isTrue();
        assertThat(LegacyStream.MOTORPOOL.holds(Permission.EXPLAIN_DIFFERENCES)).isFalse();
    }

    private final class Observe implements ObserveLegacy {

        @Override
        public Uni<Decision<Observed, Refusal>> observe(Caller caller, List<LegacyMessage> messages) {
            callers.add(caller);
            observed.add(messages);
            return failures.isEmpty()
                    ? Uni.createFrom().item(Decision.accept(new Observed(0, 0, 1)))
                    : Uni.createFrom().failure(failures.remove());
        }
    }

    private static ConsumerRecords<String, String> records(@Nullable String... values) {
        TopicPartition partition = new TopicPartition("legacy", 3);
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        for (@Nullable String value : values) {
            records.add(new ConsumerRecord<>("legacy", 3, 40L + records.size(), "{\"rsv_seq\":1}", value));
        }
        Map<TopicPartition, List<ConsumerRecord<String, String>>> byPartition = new LinkedHashMap<>();
        byPartition.put(partition, records);
        return new ConsumerRecords<>(byPartition, Map.of());
    }

    private static void once(Uni<Void> batch) {
        var _ = batch.await().indefinitely();
    }
}
