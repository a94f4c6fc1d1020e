package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Forgeries;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.bootstrap.openapi.StoredRows;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.TestIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What opens nothing gets one answer, which does not say what was wrong, whether it wants to see or to do something. All of
 * what {@link Forgeries} knows is sent to the running system; ForgedTokensTest shows the same to the verifier alone.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedBearerIT {

    private static final String PATH = "/companies";

    /** Two fetches of the set may follow one another after a second; a slow machine gets some more. */
    private static final Duration SOON = Duration.ofSeconds(15);

    /** No HTTP client can send this one as a header. */
    private static final String NO_HEADER = "with a line feed";

    /** Longer than any head may be: it does not get as far as anybody who could look at it. */
    private static final String NO_HEAD = "huge";

    private final RunningSystem system;
    private final AtomicInteger visits = new AtomicInteger();
    private final Map<String, String> forgeries = new LinkedHashMap<>();
    private final KeyPair ours;
    private final Badge good;
    private final HttpServer elsewhere;

    ForgedBearerIT(RunningSystem system) throws IOException {
        this.system = system;
        this.ours = pair(system.keys());
        this.good = badge(ours);
        this.elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeAll
    void lookBefore() throws GeneralSecurityException {
        var _ = elsewhere.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        forgeries.putAll(Forgeries.weRefuse(
                ours,
                good,
                Instant.now(),
                "http://127.0.0.1:%d/jwks.json".formatted(elsewhere.getAddress().getPort())));
    }

    @AfterAll
    void stop() {
        elsewhere.stop(0);
    }

    @TestFactory
    Stream<DynamicTest> every_forgery_is_answered_as_no_token_is_and_changes_nothing() {
        Map<String, String> rows = StoredRows.digest(system.parts().postgres());
        Answer seeing = system.anonymous().get(PATH).expect(401);
        Answer doing = system.anonymous().post(PATH, aCompany()).expect(401);
        Stream<DynamicTest> all = forgeries.entrySet().stream()
                .filter(forgery -> !List.of(NO_HEADER, NO_HEAD).contains(forgery.getKey()))
                .map(forgery -> DynamicTest.dynamicTest(forgery.getKey(), () -> {
                    mustBeLike(seeing, system.anonymous().as(forgery.getValue()).get(PATH));
                    mustBeLike(doing, system.anonymous().as(forgery.getValue()).post(PATH, aCompany()));
                }));
        Stream<DynamicTest> after = Stream.of(
                DynamicTest.dynamicTest(
                        "and nothing was changed",
                        () -> assertThat(StoredRows.digest(system.parts().postgres()))
                                .isEqualTo(rows)),
                DynamicTest.dynamicTest(
                        "and nobody was asked elsewhere",
                        () -> assertThat(visits).hasValue(0)));
        return Stream.concat(all, after);
    }

    @Test
    void a_token_that_is_longer_than_a_head_may_be_is_refused_before_anybody_looks_at_it() {
        Answer answer = system.anonymous()
                .as(Objects.requireNonNull(forgeries.get(NO_HEAD)))
                .get(PATH);

        assertThat(answer.status()).isEqualTo(431);
    }

    @Test
    void the_token_that_they_imitate_opens_the_door() {
        system.anonymous().as(good.signed(ours)).get(PATH).mustBe(200);
    }

    @Test
    void a_key_that_was_taken_off_the_published_set_opens_nothing_any_more() {
        DevelopmentKeys retired = DevelopmentKeys.in(Folders.temporary("retired-"));
        KeyPair pair = pair(retired);
        String token = badge(pair).signed(pair);
        Answer without = system.anonymous().get(PATH);
        TestIssuer.admit(system.parts().postgres(), retired);
        system.operator().api().post("/keys/turn", null).mustBe(200);
        soon(() -> system.anonymous().as(token).get(PATH).status() == 200);

        TestIssuer.expel(system.parts().postgres(), retired);
        system.operator().api().post("/keys/turn", null).mustBe(200);
        soon(() -> {
            KeyPair unknown = SignedWords.newPair();
            system.anonymous().as(badge(unknown).signed(unknown)).get(PATH).mustBe(401);
            return system.anonymous().as(token).get(PATH).status() == 401;
        });

        mustBeLike(without, system.anonymous().as(token).get(PATH));
    }

    private static void mustBeLike(Answer without, Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(words(answer)).isEqualTo(words(without));
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .isEqualTo(without.headers().firstValue("WWW-Authenticate"));
        assertThat(answer.headers().map().keySet())
                .isEqualTo(without.headers().map().keySet());
    }

    private static JsonNode words(Answer answer) {
        ObjectNode words = answer.body().deepCopy();
        return words.without(List.of("traceId", "instance"));
    }

    private static Map<String, String> aCompany() {
        return Map.of("name", "Thieves & Sons", "businessNumber", "120-81-47521", "billingPolicy", "POSTPAID");
    }

    private static Badge badge(KeyPair pair) {
        return Badge.of(SignedWords.publicHalf(pair).id(), Instant.now()).ofOperator();
    }

    private static KeyPair pair(DevelopmentKeys keys) {
        return new KeyPair(keys.publicKey(), keys.privateKey());
    }

    private static void soon(BooleanSupplier condition) {
        assertThat(Processes.await(condition, SOON)).isTrue();
    }
}
