package io.motorpool.adapters.messaging;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Lets the producer retry, and nobody above it. The connector knows one setting for both: its own retries send a single
 * message again after later ones, and so break the order; the producer's keep it. So the setting says no retries, and
 * the producer is given its own back.
 */
@ApplicationScoped
class ProducerRetries implements ClientCustomizer<Map<String, Object>> {

    @Override
    public Map<String, Object> customize(String channel, Config channelConfig, Map<String, Object> settings) {
        if (channel.equals(KafkaEventStream.CHANNEL)) {
            // As long as delivery.timeout.ms allows.
            settings.put(ProducerConfig.RETRIES_CONFIG, Integer.toString(Integer.MAX_VALUE));
        }
        return settings;
    }
}
