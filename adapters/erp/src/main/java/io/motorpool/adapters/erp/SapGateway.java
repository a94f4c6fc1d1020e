package io.motorpool.adapters.erp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.motorpool.adapters.erp.SapFailure.Outcome;
import io.motorpool.application.settlement.ErpTrouble.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request and what its answer means. Writes carry the pair of token and session; one that SAP refuses because of its
 * pair was not looked at, and goes out again with the next pair.
 */
final class SapGateway {

    private static final String TOKEN = "X-CSRF-Token";

    /** SAP rotates pairs rarely; somebody who is refused this often is refused for another reason. */
    private static final int MOST_PAIRS = 6;

    /** Shorter than any server's, so that no request goes into a connection that is just being closed. */
    private static final int IDLE_SECONDS = 10;

    /** "Currently locked by user", "currently being processed": by number, because the words come in the user's language. */
    private static final Set<String> LOCKS = Set.of("MC/601", "V1/042");

    private static final JsonMapper JSON = new JsonMapper();

    private final WebClient client;
    private final String url;
    private final String authorization;
    private final long answerWithin;
    private final Patience patience;
    private final TokenPairs pairs = new TokenPairs(this::fetchPair);

    SapGateway(Vertx vertx, ErpConfig config) {
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
        this.authorization = basic(config);
        this.answerWithin = config.answerWithin().toMillis();
        this.patience = new Patience(config);
    }

    void close() {
        client.close();
    }

    private static String basic(ErpConfig config) {
        String pair = config.user() + ":" + config.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    Uni<SapAnswer> read(String address) {
        return patience.ask(
                () -> send(request(HttpMethod.GET, address), null, true).map(response -> meaning(response, true)));
    }

    Uni<SapAnswer> create(String address, JsonNode body) {
        return patience.ask(() -> write(HttpMethod.POST, address, body, null));
    }

    Uni<SapAnswer> change(String address, JsonNode body, String version) {
        return patience.ask(() -> write(HttpMethod.PATCH, address, body, version));
    }

    /** An action of SAP's; what it needs stands in the address. */
    Uni<SapAnswer> act(String address, String version) {
        return patience.ask(() -> write(HttpMethod.POST, address, null, version));
    }

    private Uni<SapAnswer> write(HttpMethod method, String address, @Nullable JsonNode body, @Nullable String version) {
        return pairs.current()
                .chain(pair -> writeWith(pair, method, address, body, version, 1))
                .map(response -> meaning(response, false));
    }

    private Uni<HttpResponse<Buffer>> writeWith(
            TokenPair pair,
            HttpMethod method,
            String address,
            @Nullable JsonNode body,
            @Nullable String version,
            int attempt) {
        HttpRequest<Buffer> request =
                request(method, address).putHeader(TOKEN, pair.token()).putHeader("Cookie", pair.cookie());
        if (version != null) {
            request.putHeader("If-Match", version);
        }
        return send(request, body, false)
                .chain(response -> isPairRefused(response) && attempt < MOST_PAIRS
                        ? pairs.insteadOf(pair)
                                .chain(next -> writeWith(next, method, address, body, version, attempt + 1))
                        : Uni.createFrom().item(response));
    }

    private static boolean isPairRefused(HttpResponse<Buffer> response) {
        return response.statusCode() == 403 && "Required".equalsIgnoreCase(response.getHeader(TOKEN));
    }

    /** Without a session, so that SAP opens a new one: an old one may be what is wrong. */
    private Uni<TokenPair> fetchPair() {
        return send(request(HttpMethod.GET, "/API_EQUIPMENT/").putHeader(TOKEN, "Fetch"), null, true)
                .map(SapGateway::pairOf);
    }

    private static TokenPair pairOf(HttpResponse<Buffer> response) {
        SapAnswer _ = meaning(response, true);
        String token = response.getHeader(TOKEN);
        List<String> cookies = response.cookies();
        if (token == null || cookies.isEmpty()) {
            throw SapFailure.of(Kind.NOT_UNDERSTOOD, Outcome.NOT_DONE, true, "SAP gave no token");
        }
        return new TokenPair(
                token, cookies.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; ")));
    }

    private HttpRequest<Buffer> request(HttpMethod method, String address) {
        return client.requestAbs(method, url + address)
                .timeout(answerWithin)
                .putHeader("Authorization", authorization)
                .putHeader("Accept", "application/json");
    }

    private static Uni<HttpResponse<Buffer>> send(
            HttpRequest<Buffer> request, @Nullable JsonNode body, boolean reading) {
        Uni<HttpResponse<Buffer>> sent = body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body.toString()));
        return sent.onFailure().transform(failure -> unanswered(failure, reading));
    }

    private static SapFailure unanswered(Throwable failure, boolean reading) {
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return SapFailure.of(Kind.OUT_OF_REACH, Outcome.NOT_DONE, reading, "SAP cannot be reached");
        }
        if (failure instanceof io.vertx.core.http.ConnectionPoolTooBusyException) {
            return SapFailure.of(Kind.OVERLOADED, Outcome.NOT_DONE, reading, "too many requests wait for SAP");
        }
        return SapFailure.of(
                Kind.NO_ANSWER,
                Outcome.OPEN,
                reading,
                "SAP did not answer: " + failure.getClass().getSimpleName());
    }

    private static SapAnswer meaning(HttpResponse<Buffer> response, boolean reading) {
        int status = response.statusCode();
        Duration after = retryAfter(response);
        if (status < 300) {
            return new SapAnswer.Done(content(response, reading));
        }
        return switch (status) {
            case 401, 403 ->
                throw SapFailure.of(Kind.NO_ACCESS, Outcome.NOT_DONE, reading, "SAP lets nobody in: " + status);
            case 412 -> new SapAnswer.Changed();
            case 429 -> throw SapFailure.of(Kind.OVERLOADED, Outcome.NOT_DONE, reading, after, "SAP is overloaded");
            case 503 -> throw SapFailure.of(Kind.FAILING, Outcome.OVER, reading, after, "SAP is not available");
            case 408, 502, 504 ->
                throw SapFailure.of(Kind.NO_ANSWER, Outcome.OPEN, reading, after, "somebody gave up on SAP: " + status);
            default -> {
                if (status >= 500 || status < 400) {
                    throw SapFailure.of(Kind.FAILING, Outcome.OVER, reading, after, "SAP failed: " + status);
                }
                yield declined(response, reading);
            }
        };
    }

    private static SapAnswer declined(HttpResponse<Buffer> response, boolean reading) {
        JsonNode error = parsed(response).path("error");
        String code = error.path("code").asText("HTTP/" + response.statusCode());
        String message = error.at("/message/value").asText("");
        if (LOCKS.contains(code) || message.contains("locked by") || message.contains("being processed")) {
            throw SapFailure.of(Kind.LOCKED, Outcome.NOT_DONE, reading, "somebody works on the record");
        }
        return new SapAnswer.Declined(code, message);
    }

    private static JsonNode content(HttpResponse<Buffer> response, boolean reading) {
        if (response.body() == null || response.body().length() == 0) {
            return MissingNode.getInstance();
        }
        JsonNode content = parsed(response).path("d");
        if (content.isMissingNode()) {
            throw SapFailure.of(
                    Kind.NOT_UNDERSTOOD, Outcome.OPEN, reading, "SAP answered " + response.statusCode() + " without d");
        }
        return content;
    }

    private static JsonNode parsed(HttpResponse<Buffer> response) {
        try {
            return response.body() == null
                    ? MissingNode.getInstance()
                    : JSON.readTree(response.body().getBytes());
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In seconds; the form with a date is not used by SAP's gateways, and reads as "did not say". */
    private static Duration retryAfter(HttpResponse<Buffer> response) {
        String after = response.getHeader("Retry-After");
        return after != null && after.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(after)) : Duration.ZERO;
    }
}
