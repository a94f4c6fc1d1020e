package io.motorpool.adapters.keys.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.identity.SecondServerSessions;
import io.motorpool.application.identity.SecondServerSessionsContract;
import io.motorpool.domain.identity.EmailAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedSessionsTest implements SecondServerSessionsContract {

    private final Map<String, EmailAddress> going = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server = aServer();
    private volatile @Nullable String nonsense;

    @BeforeEach
    void start() {
        var _ = server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        EmailAddress login = going.get(question.replace("token=", ""));
        String said = nonsense != null
                ? nonsense
                : login == null
                        ? "{\"active\":false}"
                        : "{\"active\":true,\"username\":\"%s\"}".formatted(login.value());
        byte[] body = said.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.isEmpty() ? 500 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public SecondServerSessions sessions() {
        return new AskedSessions(URI.create(
                "http://127.0.0.1:%d/introspect".formatted(server.getAddress().getPort())));
    }

    @Override
    public String session(EmailAddress login) {
        String session = UUID.randomUUID().toString();
        going.put(session, login);
        return session;
    }

    @Override
    public void givenEnded(String session) {
        going.remove(session);
    }

    @Override
    public void givenOutOfReach() {
        server.stop(0);
    }

    @Test
    void no_session_stands_in_an_address() {
        String session = session(LOGIN);

        var _ = result(() -> sessions().holder(session));

        assertThat(asked).containsExactly("POST /introspect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"active\":true}", "{\"active\":true,\"username\":7}"})
    void nonsense_is_not_taken_for_an_answer(String answer) {
        nonsense = answer;
        String session = session(LOGIN);

        assertThatThrownBy(() -> result(() -> sessions().holder(session))).isInstanceOf(OutOfReachException.class);
    }

    private static HttpServer aServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
