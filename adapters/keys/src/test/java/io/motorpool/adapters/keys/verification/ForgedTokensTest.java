package io.motorpool.adapters.keys.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.motorpool.application.identity.AccessTokensContract;
import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Forgeries;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.application.identity.VerifiedAccess;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everything that must open nothing, and beside it what must. */
class ForgedTokensTest {

    private static final Instant NOW = AccessTokensContract.START;
    private static final KeyPair OURS = SignedWords.newPair();
    private static final KeyPair RETIRED = SignedWords.newPair();

    private final MovedClock clock = new MovedClock(NOW);
    private final Origin origin = new Origin();
    private final VerifiedAccessTokens tokens = new VerifiedAccessTokens(
            origin,
            new Issuer(Badge.ISSUER, Badge.AUDIENCE),
            TokenPolicy.PUBLISHED,
            _ -> Uni.createFrom().item(false),
            clock);
    private final Badge good = Badge.of(SignedWords.publicHalf(OURS).id(), NOW);

    ForgedTokensTest() {
        origin.publishes(new KeySet(1, List.of(SignedWords.publicHalf(OURS))));
    }

    @Test
    void the_token_that_all_of_them_imitate_is_good() {
        assertThat(verify(good.signed(OURS))).isPresent();
    }

    @TestFactory
    Stream<DynamicTest> opens_nothing() throws Exception {
        AtomicInteger visits = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var _ = elsewhere.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.close();
        });
        elsewhere.start();
        String address =
                "http://127.0.0.1:%d/jwks.json".formatted(elsewhere.getAddress().getPort());
        return Stream.concat(
                Forgeries.weRefuse(OURS, good, NOW, address).entrySet().stream()
                        .map(forgery -> DynamicTest.dynamicTest(
                                forgery.getKey(),
                                () -> assertThat(verify(forgery.getValue())).isEmpty())),
                Stream.of(DynamicTest.dynamicTest("and nobody was asked elsewhere", () -> {
                    elsewhere.stop(0);
                    assertThat(visits).hasValue(0);
                })));
    }

    @Test
    void clocks_may_differ_by_the_skew_and_no_more() {
        Duration life = TokenPolicy.PUBLISHED.access();

        assertThat(verify(Badge.of(good(), NOW.plusSeconds(60)).signed(OURS))).isPresent();
        assertThat(verify(Badge.of(good(), NOW.plusSeconds(61)).signed(OURS))).isEmpty();
        assertThat(verify(good.with("nbf", Long.toString(NOW.getEpochSecond() + 60))
                        .signed(OURS)))
                .isPresent();
        assertThat(verify(good.with("nbf", Long.toString(NOW.getEpochSecond() + 61))
                        .signed(OURS)))
                .isEmpty();
        assertThat(verify(Badge.of(good(), NOW.minus(life).minusSeconds(59)).signed(OURS)))
                .isPresent();
        assertThat(verify(Badge.of(good(), NOW.minus(life).minusSeconds(60)).signed(OURS)))
                .isEmpty();
    }

    @Test
    void a_retired_key_opens_nothing_even_what_it_opened_before() {
        String token = Badge.of(SignedWords.publicHalf(RETIRED).id(), NOW).signed(RETIRED);
        origin.publishes(new KeySet(2, List.of(SignedWords.publicHalf(OURS), SignedWords.publicHalf(RETIRED))));
        assertThat(verify(token)).isPresent();

        origin.publishes(new KeySet(3, List.of(SignedWords.publicHalf(OURS))));
        clock.move(KeyTimings.PUBLISHED.cached());

        assertThat(verify(token)).isEmpty();
        assertThat(verify(good.signed(OURS))).isPresent();
    }

    @Test
    void roles_that_nobody_knows_carry_nothing_and_the_timers_own_is_not_for_tokens() {
        String token =
                good.with("roles", "[\"EMPEROR\",\"SCHEDULER\",\"MEMBER\"]").signed(OURS);

        assertThat(verify(token))
                .hasValueSatisfying(
                        access -> assertThat(access.caller().roles()).containsExactly(Role.MEMBER));
    }

    @Test
    void pointers_in_the_header_of_a_good_token_are_not_followed() {
        assertThat(verify(good.withHeader("jku", "\"https://evil.example\"").signed(OURS)))
                .isPresent();
        assertThat(origin.fetches()).isEqualTo(1);
    }

    private KeyId good() {
        return SignedWords.publicHalf(OURS).id();
    }

    private Optional<VerifiedAccess> verify(String token) {
        return tokens.verify(token).await().atMost(Duration.ofSeconds(5));
    }
}
