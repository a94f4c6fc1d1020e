package io.motorpool.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.EventStream;
import io.motorpool.application.shared.EventStreamContract;
import io.motorpool.application.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** That these tests run at all shows that the application starts. */
@QuarkusTest
@TestProfile(WithoutKafkaTest.Nowhere.class)
class WithoutKafkaTest {

    /** Not even a name that resolves: the usual state of a cluster in which Kafka comes up last. */
    public static final class Nowhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("kafka.bootstrap.servers", "kafka.nowhere.invalid:9092");
        }
    }

    @Inject
    EventStream stream;

    @Test
    void publishing_fails_in_time_and_may_be_tried_again() {
        var message =
                new EventMessage(Ids.next(), "motorpool.nowhere", Ids.next().toString(), "{}", Set.of());

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThat(stream.publish(List.of(message)).subscribeAsCompletionStage())
                    .failsWithin(EventStreamContract.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
