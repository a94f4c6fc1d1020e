package io.motorpool.adapters.keys.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.keys.publication.JwkSet;
import io.motorpool.application.identity.AccessTokensContract;
import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeyRingId;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.mutiny.Uni;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A night in which keys follow one another, with the ring of the domain, three verifiers whose clocks differ, and an
 * origin in various moods. What is simulated is time alone.
 */
class RotationTest {

    private static final Duration STEP = Duration.ofSeconds(40);
    private static final Duration NIGHT = Duration.ofHours(2);
    private static final KeyTimings TIMINGS = new KeyTimings(
            TokenPolicy.PUBLISHED, Duration.ofSeconds(300), Duration.ofSeconds(600), Duration.ofMinutes(25));

    /** For how long of every ten minutes the origin is in its mood. */
    private static final Duration MOODY = Duration.ofMinutes(4);

    private static final List<KeyPair> MADE = new ArrayList<>();
    private static final Map<Badge, String> SIGNED = new HashMap<>();

    enum Mood {
        GOOD,
        FAILING,
        GARBAGE,
        EMPTY_SET,
        HALF_A_FILE
    }

    private record Verifier(MovedClock clock, VerifiedAccessTokens tokens) {

        boolean takes(String token) {
            return tokens.verify(token).await().atMost(Duration.ofSeconds(5)).isPresent();
        }
    }

    private record Held(String token, Instant issuedAt) {}

    private final Origin origin = new Origin();
    private final Map<KeyId, KeyPair> pairs = new HashMap<>();
    private final Set<KeyId> signed = new HashSet<>();
    private final List<Held> held = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<Verifier> verifiers =
            Stream.of(-60, 0, 60).map(this::verifier).toList();
    private KeyRing ring = KeyRing.empty(new KeyRingId(new UUID(1, 1)));
    private KeySet published = new KeySet(0, List.of());

    @ParameterizedTest
    @EnumSource
    void no_token_is_refused_that_should_pass(Mood mood) {
        Instant start = AccessTokensContract.START;
        for (Instant now = start; now.isBefore(start.plus(NIGHT)); now = now.plus(STEP)) {
            turn(now);
            long intoTen = Duration.between(start, now).toSeconds() % 600;
            boolean isMoody = now.isAfter(start.plusSeconds(600)) && intoTen < MOODY.toSeconds();
            answer(isMoody ? mood : Mood.GOOD);
            held.add(new Held(token(now), now));
            showAll(now);
        }

        assertThat(refused).isEmpty();
        assertThat(signed).as("keys that signed in that night").hasSizeGreaterThan(3);
    }

    /** The same night, if the wait before a key's first use is left out: this test can fail. */
    @Test
    void without_the_wait_tokens_would_be_refused() {
        Instant start = AccessTokensContract.START;
        turn(start);
        answer(Mood.GOOD);
        assertThat(verifiers).allMatch(verifier -> verifier.takes(token(start)));
        KeyPair hasty = SignedWords.newPair();
        answer(Mood.FAILING);

        String token = Badge.of(SignedWords.publicHalf(hasty).id(), start).signed(hasty);

        assertThat(verifiers).noneMatch(verifier -> verifier.takes(token));
    }

    private void turn(Instant now) {
        published = ring.toPublish();
        ring = ring.seen(published, now).ring();
        if (ring.lacksNext()) {
            KeyPair pair = pair(pairs.size());
            RsaPublicKey key = SignedWords.publicHalf(pair);
            pairs.put(key.id(), pair);
            ring = ring.prepare(key, now).ring();
        }
        ring = ring.activateDue(now, TIMINGS).ring();
        ring = ring.remove(ring.toDestroy(now, TIMINGS), now, TIMINGS).ring();
        if (ring.active().isEmpty()) {
            turn(now);
        }
    }

    /** Every night the same keys: making them takes longer than everything else here. */
    private static KeyPair pair(int number) {
        while (MADE.size() <= number) {
            MADE.add(SignedWords.newPair());
        }
        return MADE.get(number);
    }

    private void answer(Mood mood) {
        String whole = JwkSet.write(published);
        switch (mood) {
            case GOOD -> origin.says(whole);
            case FAILING -> origin.fails();
            case GARBAGE -> origin.says("<html>bad gateway</html>");
            case EMPTY_SET -> origin.says("{\"keys\":[]}");
            case HALF_A_FILE -> origin.says(whole.substring(0, whole.length() / 2));
        }
    }

    private String token(Instant now) {
        KeyId active = ring.active().orElseThrow().id();
        signed.add(active);
        KeyPair pair = Objects.requireNonNull(pairs.get(active));
        return SIGNED.computeIfAbsent(badge(active, now), badge -> badge.signed(pair));
    }

    /** Every night the same tokens, too: in the one after the first, nothing has to be signed. */
    private static Badge badge(KeyId key, Instant now) {
        UUID name = new UUID(0, now.toEpochMilli());
        return Badge.of(key, now).with("jti", "\"" + name + "\"");
    }

    /** Each verifier sees each token for the first time at another age, and then once more at its end. */
    private void showAll(Instant now) {
        held.removeIf(each -> Duration.between(each.issuedAt(), now)
                        .compareTo(TIMINGS.tokens().access())
                >= 0);
        for (int i = 0; i < verifiers.size(); i++) {
            Verifier verifier = verifiers.get(i);
            verifier.clock().moveTo(now.plusSeconds(60L * (i - 1)));
            for (Held each : held) {
                long age = Duration.between(each.issuedAt(), now).toSeconds();
                if ((age == 0 || age == 400 || age == 880) && age / 400 >= i && !verifier.takes(each.token())) {
                    refused.add("verifier %d refused at %s a token of age %d s".formatted(i, now, age));
                }
            }
        }
    }

    private Verifier verifier(int secondsAhead) {
        MovedClock clock = new MovedClock(AccessTokensContract.START.plusSeconds(secondsAhead));
        return new Verifier(
                clock,
                new VerifiedAccessTokens(
                        origin,
                        new Issuer(Badge.ISSUER, Badge.AUDIENCE),
                        TokenPolicy.PUBLISHED,
                        _ -> Uni.createFrom().item(false),
                        clock));
    }
}
