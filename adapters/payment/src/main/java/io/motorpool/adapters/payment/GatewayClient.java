package io.motorpool.adapters.payment;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.motorpool.domain.payment.Payment;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * One request and what the gateway said. Each carries a key that says what it is for, so that it is carried out once however
 * often it is sent; and nothing is sent twice from here, because whoever has no clear answer asks again anyway.
 */
final class GatewayClient {

    private static final Logger LOG = Logger.getLogger(GatewayClient.class);

    /** Shorter than any server's, so that no request goes into a connection that is just being closed. */
    private static final int IDLE_SECONDS = 10;

    /** With which the gateway says that it has looked at a request, and why it does not do it. */
    private static final Set<Integer> CLEAR = Set.of(402, 404, 409, 422);

    private static final JsonMapper JSON = new JsonMapper();

    private final WebClient client;
    private final String url;
    private final String authorization;
    private final long answerWithin;
    private final TypedGuard<Uni<Said>> guard;

    GatewayClient(Vertx vertx, GatewayConfig config) {
        if (config.answerWithin().compareTo(Payment.LEASE) >= 0) {
            throw new IllegalArgumentException(
                    "an answer that is waited for %s comes after the lease of %s of whoever asks"
                            .formatted(config.answerWithin(), Payment.LEASE));
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

    private static TypedGuard<Uni<Said>> guard(GatewayConfig.Breaker breaker) {
        return TypedGuard.create(new TypeLiteral<Uni<Said>>() {})
                .withDescription("payment gateway")
                .withCircuitBreaker()
                .requestVolumeThreshold(breaker.window())
                .failureRatio(breaker.failureRatio())
                .delay(breaker.pause().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof OutageException)
                .onStateChange(GatewayClient::tell)
                .done()
                .build();
    }

    void close() {
        client.close();
    }

    Uni<Said> post(String address, JsonNode body, String key) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> sent(address, body, key).map(GatewayClient::meaning)))
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(Said.Nothing::new)
                .onFailure(OutageException.class)
                .recoverWithItem(GatewayClient::lost);
    }

    private Uni<HttpResponse<Buffer>> sent(String address, JsonNode body, String key) {
        return client.postAbs(url + address)
                .timeout(answerWithin)
                .putHeader("Authorization", authorization)
                .putHeader("Accept", "application/json")
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", key)
                .sendBuffer(Buffer.buffer(body.toString()))
                .onFailure()
                .transform(failure ->
                        new OutageException("no answer: " + failure.getClass().getSimpleName()));
    }

    private static Said meaning(HttpResponse<Buffer> response) {
        int status = response.statusCode();
        JsonNode content = parsed(response);
        if (status == 200 || status == 201) {
            return new Said.Done(content);
        }
        if (CLEAR.contains(status) && content.path("error").isTextual()) {
            return new Said.No(status, content.path("error").asText());
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

    private static Said lost(Throwable outage) {
        LOG.warnf("The payment gateway did not do what it was asked: %s", outage.getMessage());
        return new Said.Nothing();
    }

    private static void tell(CircuitBreakerState state) {
        LOG.warnf("The payment gateway is asked again or left alone: breaker=%s", state);
    }
}
