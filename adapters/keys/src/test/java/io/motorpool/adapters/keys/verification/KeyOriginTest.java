package io.motorpool.adapters.keys.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.keys.publication.JwkSet;
import io.motorpool.application.identity.AccessTokensContract;
import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.application.identity.VerifiedAccess;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When the published keys are fetched, and what happens when they cannot be. */
class KeyOriginTest {

    private static final Instant NOW = AccessTokensContract.START;
    private static final KeyPair ONE = SignedWords.newPair();
    private static final KeyPair TWO = SignedWords.newPair();

    private final MovedClock clock = new MovedClock(NOW);
    private final Origin origin = new Origin();
    private final VerifiedAccessTokens tokens = new VerifiedAccessTokens(
            origin,
            new Issuer(Badge.ISSUER, Badge.AUDIENCE),
            TokenPolicy.PUBLISHED,
            _ -> Uni.createFrom().item(false),
            clock);

    @Test
    void the_set_is_fetched_once_and_again_before_it_is_too_old() {
        origin.publishes(set(1, ONE));

        for (int second = 0; second < 240; second += 20) {
            assertThat(passes(ONE)).isTrue();
            clock.move(Duration.ofSeconds(20));
        }
        assertThat(origin.fetches()).isEqualTo(1);

        assertThat(passes(ONE)).isTrue();
        assertThat(origin.fetches()).isEqualTo(2);
    }

    @Test
    void nobody_waits_while_a_set_that_is_still_good_is_fetched_again() {
        origin.publishes(set(1, ONE));
        assertThat(passes(ONE)).isTrue();
        clock.move(Duration.ofSeconds(240));
        CompletableFuture<String> _ = origin.hangs();

        assertThat(passes(ONE)).isTrue();
        assertThat(origin.fetches()).isEqualTo(2);
    }

    @Test
    void a_set_that_is_too_old_says_nothing_until_the_origin_was_asked() {
        origin.publishes(set(1, ONE));
        assertThat(passes(ONE)).isTrue();
        clock.move(KeyTimings.PUBLISHED.cached());
        CompletableFuture<String> later = origin.hangs();

        var waiting = asked(ONE);
        assertThat(waiting.getItem()).isNull();
        boolean _ = later.complete(JwkSet.write(set(2, TWO)));

        assertThat(waiting.awaitItem().getItem()).isEmpty();
    }

    @Test
    void an_unknown_key_is_looked_for_at_once() {
        origin.publishes(set(1, ONE));
        assertThat(passes(ONE)).isTrue();
        origin.publishes(set(2, ONE, TWO));
        clock.move(TrustedKeys.BETWEEN_FETCHES);

        assertThat(passes(TWO)).isTrue();
    }

    @Test
    void whoever_invents_keys_makes_us_ask_seldom() {
        origin.publishes(set(1, ONE));

        for (int i = 0; i < 50; i++) {
            assertThat(passes(TWO)).isFalse();
            clock.move(Duration.ofMillis(100));
        }

        assertThat(origin.fetches()).isBetween(2, 5);
        assertThat(passes(ONE)).isTrue();
    }

    @Test
    void those_who_wait_for_the_same_set_share_one_fetch() {
        CompletableFuture<String> later = origin.hangs();

        var waiting = IntStream.range(0, 50).mapToObj(_ -> asked(ONE)).toList();
        boolean _ = later.complete(JwkSet.write(set(1, ONE)));

        assertThat(waiting)
                .allSatisfy(one -> assertThat(one.awaitItem().getItem()).isPresent());
        assertThat(origin.fetches()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void good_keys_stay_good_while_the_origin_talks_nonsense(String nonsense) {
        origin.publishes(set(5, ONE));
        assertThat(passes(ONE)).isTrue();

        origin.says(nonsense);

        assertThat(passesFor(Duration.ofHours(1))).isTrue();
    }

    static Stream<String> nonsense() {
        String whole = JwkSet.write(set(6, ONE, TWO));
        return Stream.of(
                "",
                "garbage",
                "<html>503</html>",
                "null",
                "{}",
                "{\"keys\":[]}",
                JwkSet.write(new KeySet(7, List.of())),
                whole.substring(0, whole.length() / 2),
                whole.substring(0, whole.length() - 1),
                whole.replace("\"kid\"", "\"kit\""),
                JwkSet.write(set(4, TWO)),
                "[".repeat(JwkSet.MOST_CHARACTERS + 1));
    }

    @Test
    void good_keys_stay_good_while_the_origin_fails_however_it_fails() {
        origin.publishes(set(5, ONE));
        assertThat(passes(ONE)).isTrue();

        origin.fails();
        assertThat(passesFor(Duration.ofHours(1))).isTrue();
        origin.throwsAtOnce();
        assertThat(passesFor(Duration.ofHours(1))).isTrue();
    }

    @Test
    void nobody_waits_for_an_origin_that_has_just_failed() {
        origin.publishes(set(1, ONE));
        assertThat(passes(ONE)).isTrue();
        clock.move(KeyTimings.PUBLISHED.cached());
        origin.fails();
        assertThat(passes(ONE)).isTrue();

        clock.move(TrustedKeys.BETWEEN_FETCHES);
        CompletableFuture<String> _ = origin.hangs();

        assertThat(passes(ONE)).isTrue();
    }

    @Test
    void keys_do_not_outlive_the_origin_for_ever() {
        origin.publishes(set(1, ONE));
        assertThat(passes(ONE)).isTrue();
        origin.fails();

        clock.move(TrustedKeys.MOST_STALE.minusSeconds(1));
        assertThat(passes(ONE)).isTrue();
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> passes(ONE)).isInstanceOf(OutOfReachException.class);

        origin.publishes(set(2, ONE));
        clock.move(TrustedKeys.BETWEEN_FETCHES);
        assertThat(passes(ONE)).isTrue();
    }

    @Test
    void while_no_key_was_ever_known_nobody_is_told_that_their_token_is_bad() {
        assertThatThrownBy(() -> passes(ONE)).isInstanceOf(OutOfReachException.class);

        origin.publishes(set(1, ONE));
        clock.move(TrustedKeys.BETWEEN_FETCHES);

        assertThat(passes(ONE)).isTrue();
    }

    private boolean passesFor(Duration time) {
        Instant end = clock.instant().plus(time);
        boolean passed = true;
        while (clock.instant().isBefore(end)) {
            clock.move(Duration.ofSeconds(170));
            passed &= passes(ONE);
        }
        return passed;
    }

    private boolean passes(KeyPair pair) {
        return tokens.verify(token(pair)).await().atMost(Duration.ofSeconds(1)).isPresent();
    }

    private UniAssertSubscriber<Optional<VerifiedAccess>> asked(KeyPair pair) {
        return tokens.verify(token(pair)).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private String token(KeyPair pair) {
        return Badge.of(SignedWords.publicHalf(pair).id(), clock.instant()).signed(pair);
    }

    private static KeySet set(long version, KeyPair... pairs) {
        return new KeySet(
                version,
                Stream.of(pairs).<RsaPublicKey>map(SignedWords::publicHalf).toList());
    }
}
