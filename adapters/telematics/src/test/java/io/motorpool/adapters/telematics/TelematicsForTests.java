package io.motorpool.adapters.telematics;

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
final class TelematicsForTests {

    private static final Vertx VERTX = Vertx.vertx();

    private TelematicsForTests() {}

    static Airway airway(StandIn<?> standIn, Map<String, String> changed) {
        return new Airway(VERTX, config(standIn.url(), standIn.secret(), changed));
    }

    static TelematicsConfig config(URI url, String secret, Map<String, String> changed) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "motorpool.vehicles.telematics.url",
                url.toString(),
                "motorpool.vehicles.telematics.secret",
                secret,
                "motorpool.vehicles.telematics.answer-within",
                "1s",
                "motorpool.vehicles.telematics.breaker.pause",
                "200ms"));
        properties.putAll(changed);
        return VehicleSettings.telematicsOf(settings(properties)).orElseThrow();
    }

    /** Read from properties, as Quarkus does it. */
    static VehicleSettings settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(VehicleSettings.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(VehicleSettings.class);
    }
}
