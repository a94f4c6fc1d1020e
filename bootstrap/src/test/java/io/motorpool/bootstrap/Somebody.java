package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.people.Door;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Somebody with a password, who was invited, got a letter and chose it; in a network of their own. */
final class Somebody {

    static final String PASSWORD = "seven green bicycles on a roof";

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final RunningSystem system;
    private final String email = "user-%s@motorpool.example".formatted(UUID.randomUUID());
    private final String network = newNetwork();
    private final UUID id;

    private Somebody(RunningSystem system, String... roles) {
        this.system = system;
        this.id = system.operator()
                .api()
                .post("/users", Map.of("email", email, "name", "김민수", "roles", List.of(roles)))
                .expect(201)
                .id();
    }

    static Somebody invited(RunningSystem system, String... roles) {
        return new Somebody(system, roles);
    }

    /** Who can sign in. */
    static Somebody active(RunningSystem system, String... roles) {
        Somebody somebody = new Somebody(system, roles);
        somebody.choosePassword(PASSWORD).mustBe(200);
        return somebody;
    }

    /** An address from which nobody else asks: the running system takes the word of the tests for it. */
    static String newNetwork() {
        int number = NETWORKS.incrementAndGet();
        return "10.%d.%d.1".formatted(number / 256, number % 256);
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    /** By the link in the letter that comes. */
    Answer choosePassword(String password) {
        String secret = Door.secretIn(system.parts().mail().awaitLetter(email, 0));
        return post("/passwords", Map.of("purpose", "INVITATION", "link", secret, "password", password));
    }

    Answer signIn() {
        return signIn(PASSWORD, "phone", network, null);
    }

    Answer signIn(String password, String device, String from, @Nullable String knownDevice) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "password", password, "device", device));
        if (knownDevice != null) {
            body.put("knownDevice", knownDevice);
        }
        return system.anonymous().post("/sessions", body, "X-Forwarded-For", from);
    }

    Answer refresh(String refreshToken) {
        return post("/sessions/refresh", Map.of("refreshToken", refreshToken));
    }

    Answer post(String path, Map<String, ?> body) {
        return system.anonymous().post(path, body, "X-Forwarded-For", network);
    }

    Answer asOperatorSees() {
        return system.operator().get("/users/" + id).expect(200);
    }

    /** The API for whoever holds these tokens. */
    Api with(Answer tokens) {
        return system.anonymous().as(access(tokens));
    }

    static String access(Answer tokens) {
        return tokens.body().path("accessToken").asText();
    }

    static String refreshToken(Answer tokens) {
        return tokens.body().path("refreshToken").asText();
    }
}
