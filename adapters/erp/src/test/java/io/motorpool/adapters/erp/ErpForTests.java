package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.ErpFixtures;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.sandbox.sap.SapPart;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The adapter as it is wired, beside a stand-in or a replay, with less patience than in production. */
final class ErpForTests {

    /** How long somebody waits who is made not to wait long enough. */
    static final Duration IMPATIENT = Duration.ofSeconds(1);

    private static final Vertx VERTX = Vertx.vertx();

    private ErpForTests() {}

    static MovedClock clock() {
        return new MovedClock(ErpFixtures.NOW);
    }

    static SapGateway gateway(ErpConfig config) {
        return new SapGateway(VERTX, config);
    }

    static ErpConfig config(SapPart sap) {
        return config(sap.url(), sap.user().name(), sap.user().password(), Map.of());
    }

    static ErpConfig impatient(SapPart sap) {
        return config(sap, Map.of("motorpool.erp.sap.answer-within", IMPATIENT.toMillis() + "ms"));
    }

    static ErpConfig config(SapPart sap, Map<String, String> changed) {
        return config(sap.url(), sap.user().name(), sap.user().password(), changed);
    }

    /** Read from properties, as Quarkus does it. */
    static ErpConfig config(URI url, String user, String password, Map<String, String> changed) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "motorpool.erp.sap.url",
                url.toString(),
                "motorpool.erp.sap.user",
                user,
                "motorpool.erp.sap.password",
                password,
                "motorpool.erp.sap.retries.first-wait",
                "20ms",
                "motorpool.erp.sap.retries.longest-wait",
                "1s",
                "motorpool.erp.sap.breaker.pause",
                "200ms"));
        properties.putAll(Map.of(
                "motorpool.erp.sap.sales.organization", "1710",
                "motorpool.erp.sap.sales.profit-center", "MOBILITY",
                "motorpool.erp.sap.fleet.company-code", "1710",
                "motorpool.erp.sap.fleet.cost-center", "MOBILITY"));
        properties.putAll(changed);
        return ErpSettings.sapOf(settings(new PropertiesConfigSource(properties, "test", 100)))
                .orElseThrow();
    }

    static ErpSettings settings(ConfigSource source) {
        return new SmallRyeConfigBuilder()
                .withMapping(ErpSettings.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(source)
                .build()
                .getConfigMapping(ErpSettings.class);
    }
}
