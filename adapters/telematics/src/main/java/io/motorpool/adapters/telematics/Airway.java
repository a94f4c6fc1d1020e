package io.motorpool.adapters.telematics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.motorpool.domain.key.KeyPolicy;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request to a device and what came back. Nothing is sent twice from here: whoever has an order to give gives it again
 * under its number. Only failures of whoever connects the devices open the breaker, never a device that is under ground.
 */
final class Airway {

    private static final Logger LOG = Logger.getLogger(Airway.class);

    /** Shorter than any server's, so that no request goes into a connection that is just being closed. */
    private static final int IDLE_SECONDS = 10;

    /** What a gateway says on behalf of a device, with whatever status. */
    private static final Set<String> OF_A_DEVICE =
            Set.of("DEVICE_SILENT", "OVERTAKEN", "JAMMED", "KEY_MODULE_FAILED", "NUMBER_REUSED", "COMMAND_REUSED");

    private static final JsonMapper JSON = new JsonMapper();

    private final WebClient client;
    private final String url;
    private final String authorization;
    private final long answerWithin;
    private final TypedGuard<Uni<Heard>> guard;

    Airway(Vertx vertx, TelematicsConfig config) {
        if (config.answerWithin().compareTo(KeyPolicy.LEASE) >= 0) {
            throw new IllegalArgumentException(
                    "an answer that is waited for %s comes after the lease of %s of whoever asks"
                            .formatted(config.answerWithin(), KeyPolicy.LEASE));
        }
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout((int) config.connectWithin().toMillis())
                        .setKeepAliveTimeout(IDLE_SECONDS)
                        .setMaxWaitQueueSize(config.queue())
                        .setFollowRedirects(false)
                        .setMaxPoolSize(config.lanes())
                        .setUserAgentEnabled(false));
        this.url = config.url().toString();
        this.authorization = "Bearer " + config.secret();
        this.answerWithin = config.answerWithin().toMillis();
        this.guard = guard(config.breaker());
    }

    private static TypedGuard<Uni<Heard>> guard(TelematicsConfig.Breaker breaker) {
        return TypedGuard.create(new TypeLiteral<Uni<Heard>>() {})
                .withDescription("telematics")
                .withCircuitBreaker()
                .requestVolumeThreshold(breaker.window())
                .failureRatio(breaker.failureRatio())
                .delay(breaker.pause().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof OutageException)
                .onStateChange(Airway::tell)
                .done()
                .build();
    }

    void close() {
        client.close();
    }

    Uni<Heard> ask(String address) {
        return send(HttpMethod.GET, address, null);
    }

    Uni<Heard> tell(String address, JsonNode body) {
        return send(HttpMethod.PUT, address, body);
    }

    private Uni<Heard> send(HttpMethod method, String address, @Nullable JsonNode body) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> sent(method, address, body).map(Airway::meaning)))
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(Heard.Nothing::new)
                .onFailure(OutageException.class)
                .recoverWithItem(Airway::lost);
    }

    private Uni<HttpResponse<Buffer>> sent(HttpMethod method, String address, @Nullable JsonNode body) {
        HttpRequest<Buffer> request = client.requestAbs(method, url + address)
                .timeout(answerWithin)
                .putHeader("Authorization", authorization)
                .putHeader("Accept", "application/json");
        Uni<HttpResponse<Buffer>> sent = body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body.toString()));
        return sent.onFailure()
                .transform(failure ->
                        new OutageException("no answer: " + failure.getClass().getSimpleName()));
    }

    private static Heard meaning(HttpResponse<Buffer> response) {
        int status = response.statusCode();
        JsonNode content = parsed(response);
        if (status == 200) {
            return new Heard.Report(content);
        }
        String code = content.path("error").asText();
        if (OF_A_DEVICE.contains(code)) {
            return new Heard.No(code);
        }
        throw new OutageException("status " + status);
    }

    private static JsonNode parsed(HttpResponse<Buffer> response) {
        try {
            return response.body() == null
                    ? MissingNode.getInstance()
                    : JSON.readTree(response.body().getBytes());
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Nothing of which vehicle: that would tell where somebody is. */
    private static Heard lost(Throwable outage) {
        LOG.warnf("A vehicle could not be spoken to: %s", outage.getMessage());
        return new Heard.Nothing();
    }

    private static void tell(CircuitBreakerState state) {
        LOG.warnf("Vehicles are spoken to again or left alone: breaker=%s", state);
    }
}
