package io.motorpool.adapters.messaging;

import io.motorpool.sandbox.parts.KafkaPart;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A broker of one's own, also for the test to stop and start. */
public final class KafkaForTests implements QuarkusTestResourceLifecycleManager {

    private final KafkaPart kafka = KafkaPart.temporary();

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void stop() {
        kafka.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(kafka, new TestInjector.MatchesType(KafkaPart.class));
    }
}
