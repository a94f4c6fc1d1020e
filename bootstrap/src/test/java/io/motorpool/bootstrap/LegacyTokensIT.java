package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The tokens of both legacy servers at nodes that accept them until their sunset, at one on which it has passed, and at the
 * one that all other tests use, on which the second server's are off.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LegacyTokensIT {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final RunningSystem system;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer secondServer;
    private final MotorpoolProcess before;
    private final MotorpoolProcess after;

    LegacyTokensIT(RunningSystem system) throws IOException {
        this.system = system;
        this.secondServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String address = "http://127.0.0.1:%d/introspect"
                .formatted(secondServer.getAddress().getPort());
        this.before = system.node()
                .sibling("before-sunset")
                .with("MOTORPOOL_SECOND_SERVER", address)
                .with("MOTORPOOL_SECOND_SERVER_UNTIL", FirstServer.UNTIL.toString());
        this.after = system.node()
                .sibling("after-sunset")
                .with("MOTORPOOL_SECOND_SERVER", address)
                .with("MOTORPOOL_FIRST_SERVER_UNTIL", LONG_AGO.toString())
                .with("MOTORPOOL_SECOND_SERVER_UNTIL", LONG_AGO.toString());
    }

    /** As RFC 7662 has it; it knows the sessions that a test began. */
    @BeforeAll
    void start() {
        var _ = secondServer.createContext("/introspect", exchange -> {
            asked.incrementAndGet();
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String holder = sessions.get(form.replaceFirst("^token=", ""));
            String answer =
                    holder == null ? "{\"active\":false}" : "{\"active\":true,\"username\":\"%s\"}".formatted(holder);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        secondServer.start();
        before.start();
        after.start();
    }

    @AfterAll
    void stop() {
        before.stop();
        after.stop();
        secondServer.stop(0);
        assertThat(RunningSystem.errorsIn(before.log())).isEmpty();
        assertThat(RunningSystem.errorsIn(after.log())).isEmpty();
    }

    @Test
    void until_its_sunset_each_scheme_opens_the_door_says_when_it_closes_and_is_counted() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        double ofFirst = counted("FIRST_SERVER_JWT");
        double ofSecond = counted("SECOND_SERVER_SESSION");

        Answer first = at(before, first(somebody)).get("/me").expect(200);
        Answer second = at(before, second(somebody)).get("/me").expect(200);

        for (Answer answer : new Answer[] {first, second}) {
            assertThat(answer.headers().firstValue("Sunset")).contains(FirstServer.SUNSET);
            assertThat(answer.body().path("user").path("id").asText())
                    .isEqualTo(somebody.id().toString());
            assertThat(answer.body().path("permissions").toString()).contains("SUPPORT_RESERVATIONS");
        }
        assertThat(counted("FIRST_SERVER_JWT")).isEqualTo(ofFirst + 1);
        assertThat(counted("SECOND_SERVER_SESSION")).isEqualTo(ofSecond + 1);
    }

    @Test
    void a_token_of_ours_has_no_sunset() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        String token = Somebody.access(somebody.signIn().expect(201));

        assertThat(at(before, token).get("/me").expect(200).headers().firstValue("Sunset"))
                .isEmpty();
    }

    @Test
    void what_the_second_server_does_not_know_or_knew_opens_nothing_and_says_no_more_than_any_other_token() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        String session = second(somebody);
        at(before, session).get("/me").mustBe(200);
        sessions.remove(session);

        Answer over = at(before, session).get("/me").expect(401);
        Answer unknown = at(before, "never-heard-of").get("/me").expect(401);

        assertThat(over.code()).isEqualTo(unknown.code()).isEqualTo("unauthorized");
        assertThat(over.headers().firstValue("Sunset")).isEmpty();
    }

    @Test
    void after_its_sunset_a_scheme_opens_nothing_and_nobody_is_asked() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        int before = asked.get();

        at(after, first(somebody)).get("/me").mustBe(401);
        at(after, second(somebody)).get("/me").mustBe(401);

        assertThat(asked).hasValue(before);
    }

    @Test
    void a_scheme_that_nobody_switched_on_is_off() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        int before = asked.get();

        at(system.node(), second(somebody)).get("/me").mustBe(401);

        assertThat(asked).hasValue(before);
    }

    @Test
    void whoever_tries_sessions_one_after_the_other_is_told_when_to_come_back() {
        String network = Somebody.newNetwork();
        Answer answer = at(before, "guess").get("/me", "X-Forwarded-For", network);
        for (int guess = 0; answer.status() == 401 && guess < 2_000; guess++) {
            answer = at(before, "guess-" + guess).get("/me", "X-Forwarded-For", network);
        }

        assertThat(answer.expect(429).code()).isEqualTo("too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(Meters.of(before).problems("too-many-requests")).isPositive();
    }

    private double counted(String scheme) {
        return Meters.of(before).value("motorpool_legacy_tokens_total", "scheme=\"%s\"".formatted(scheme));
    }

    private static Api at(MotorpoolProcess node, String token) {
        return Api.at(node.url()).as(token);
    }

    private static String first(Somebody somebody) {
        return FirstServer.tokenOf(somebody.email(), Clock.systemUTC().instant().plusSeconds(60));
    }

    private String second(Somebody somebody) {
        String session = "session-of-" + somebody.id();
        sessions.put(session, somebody.email());
        return session;
    }
}
