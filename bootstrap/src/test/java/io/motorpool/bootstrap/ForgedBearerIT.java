package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.token.Claims;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What opens nothing gets one answer, which does not say what was wrong. Each forgery alone is in ForgedTokensTest. */
@EndToEnd
class ForgedBearerIT {

    private static final String PATH = "/companies";

    private final RunningSystem system;

    ForgedBearerIT(RunningSystem system) {
        this.system = system;
    }

    static Stream<Map.Entry<String, String>> forgeries() {
        RunningSystem system = RunningSystem.get();
        Instant now = Instant.now();
        Claims good = Claims.division(UUID.randomUUID(), now, "OPERATOR");
        String token = system.tokens().sign(good);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("none", encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + token.substring(token.indexOf('.')));
        forged.put("another key", new Tokens(DevelopmentKeys.in(Folders.temporary("thief-"))).sign(good));
        forged.put("a changed payload", token.replaceFirst("\\.[^.]{4}", ".AAAA"));
        forged.put("cut short", token.substring(0, token.length() - 10));
        forged.put("oversized", token + "A".repeat(5_000));
        forged.put("a refresh token", "A".repeat(43));
        forged.put("another issuer", system.tokens().sign(good.withIssuer("https://evil.example")));
        forged.put("another audience", system.tokens().sign(good.withAudience("bank")));
        forged.put("an unknown profile", system.tokens().sign(good.withProfile("EMPEROR")));
        Instant longAgo = now.minus(Duration.ofHours(1));
        forged.put("expired", system.tokens().sign(good.withLifetime(longAgo, longAgo.plus(Claims.LIFETIME))));
        Instant later = now.plus(Duration.ofHours(1));
        forged.put("not good yet", system.tokens().sign(good.withLifetime(later, later.plus(Claims.LIFETIME))));
        return forged.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void every_forgery_is_answered_as_no_token_is(Map.Entry<String, String> forgery) {
        Answer without = system.anonymous().get(PATH);

        Answer answer = system.anonymous().as(forgery.getValue()).get(PATH);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(words(answer)).isEqualTo(words(without));
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(without.headers().firstValue("WWW-Authenticate"));
    }

    @Test
    void the_token_that_they_imitate_opens_the_door() {
        Api operator = system.anonymous().as(system.tokens().division(UUID.randomUUID(), "OPERATOR"));

        operator.get(PATH).mustBe(200);
    }

    private static JsonNode words(Answer answer) {
        ObjectNode words = answer.body().deepCopy();
        var _ = words.remove("traceId");
        return words;
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
