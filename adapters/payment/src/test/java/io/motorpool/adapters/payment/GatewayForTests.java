package io.motorpool.adapters.payment;

import io.motorpool.sandbox.standin.StandIn;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The adapter as it is wired, beside a stand-in, with less patience than in production. */
final class GatewayForTests {

    private static final Vertx VERTX = Vertx.vertx();

    private GatewayForTests() {}

    static GatewayClient client(StandIn<?> standIn) {
        return client(standIn.url(), standIn.secret());
    }

    static GatewayClient client(URI url, String secret) {
        return new GatewayClient(VERTX, config(url, secret, Map.of()));
    }

    static GatewayConfig config(URI url, String secret, Map<String, String> changed) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "motorpool.payment.gateway.url",
                url.toString(),
                "motorpool.payment.gateway.secret",
                secret,
                "motorpool.payment.gateway.answer-within",
                "1s",
                "motorpool.payment.gateway.breaker.pause",
                "200ms"));
        properties.putAll(changed);
        return PaymentSettings.gatewayOf(settings(properties)).orElseThrow();
    }

    /** Read from properties, as Quarkus does it. */
    static PaymentSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(PaymentSettings.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(PaymentSettings.class);
    }
}
