package io.motorpool.sandbox.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Somebody with a password. A token is used until shortly before it ends; then they sign in again. */
final class SignedIn implements Person {

    private static final Duration TOO_SHORT = Duration.ofMinutes(5);

    private record Held(String token, Instant until) {}

    private final Door door;
    private final Login login;
    private final Clock clock;
    private final Map<Optional<UUID>, Held> held = new ConcurrentHashMap<>();
    private volatile @Nullable UUID id;

    SignedIn(Door door, Login login, Clock clock) {
        this.door = door;
        this.login = login;
        this.clock = clock;
    }

    @Override
    public UUID id() {
        UUID known = id;
        return known == null ? idIn(signIn(null)) : known;
    }

    @Override
    public String token(@Nullable UUID company) {
        Held known = held.get(Optional.ofNullable(company));
        if (known != null && clock.instant().isBefore(known.until().minus(TOO_SHORT))) {
            return known.token();
        }
        return signIn(company).body().path("accessToken").asText();
    }

    void forgetTokens() {
        held.clear();
    }

    private Answer signIn(@Nullable UUID company) {
        Answer answer = door.signIn(login, company).expect(201);
        JsonNode body = answer.body();
        id = idIn(answer);
        held.put(
                Optional.ofNullable(company),
                new Held(
                        body.path("accessToken").asText(),
                        Instant.parse(body.path("accessUntil").asText())));
        return answer;
    }

    private static UUID idIn(Answer answer) {
        return UUID.fromString(answer.body().path("user").asText());
    }
}
