package io.motorpool.adapters.keys.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.Badge;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.SignedWords;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three nodes, one that issues, one that cuts off and one that verifies, whose clocks differ by as much as P7 allows. */
class CutOffByEditionTest {

    private static final TokenPolicy POLICY = TokenPolicy.PUBLISHED;
    private static final Instant NOON = Instant.parse("2027-03-02T12:00:00Z");
    private static final KeyPair OURS = SignedWords.newPair();

    private final List<CutOff> list = new ArrayList<>();
    private final Origin origin = new Origin();
    private final MovedClock verifiersClock = new MovedClock(NOON);
    private final VerifiedAccessTokens verifier = new VerifiedAccessTokens(
            origin,
            new Issuer(Badge.ISSUER, Badge.AUDIENCE),
            POLICY,
            token -> Uni.createFrom().item(() -> list.stream().anyMatch(entry -> entry.refuses(token))),
            verifiersClock);

    CutOffByEditionTest() {
        origin.publishes(new KeySet(1, List.of(SignedWords.publicHalf(OURS))));
    }

    static Stream<Arguments> clocks() {
        return LongStream.of(-60, -30, 0, 30, 60)
                .boxed()
                .flatMap(ofIssuer -> LongStream.of(-60, -30, 0, 30, 60)
                        .filter(ofWhoCutsOff -> Math.abs(ofIssuer - ofWhoCutsOff) <= 60)
                        .mapToObj(ofWhoCutsOff -> Arguments.of(ofIssuer, ofWhoCutsOff)));
    }

    @ParameterizedTest(name = "issued by a clock {0} s and cut off by one {1} s ahead")
    @MethodSource("clocks")
    void what_was_issued_before_is_out_and_what_was_issued_since_is_in(long ofIssuer, long ofWhoCutsOff) {
        String before = token(NOON.plusSeconds(ofIssuer), 0);
        assertThat(passes(before, NOON)).isTrue();

        Instant tenSecondsLater = NOON.plusSeconds(10);
        list.add(CutOff.ofUser(
                new UserId(Badge.MEMBER), new Version(1), tenSecondsLater.plusSeconds(ofWhoCutsOff), POLICY));

        assertThat(passes(before, tenSecondsLater)).isFalse();
        assertThat(passes(token(tenSecondsLater.plusSeconds(ofIssuer), 1), tenSecondsLater))
                .isTrue();
    }

    @ParameterizedTest(name = "issued by a clock {0} s and cut off by one {1} s ahead")
    @MethodSource("clocks")
    void an_entry_outlives_the_token_wherever_it_is_verified_and_whoever_forgets(long ofIssuer, long ofWhoCutsOff) {
        String before = token(NOON.plusSeconds(ofIssuer), 0);
        CutOff entry = CutOff.ofUser(new UserId(Badge.MEMBER), new Version(1), NOON.plusSeconds(ofWhoCutsOff), POLICY);
        Duration slowest = Duration.ofSeconds(Math.max(ofIssuer, ofWhoCutsOff) - 60);
        Duration fastest = slowest.plus(Duration.ofSeconds(60));

        for (Duration passed = Duration.ZERO; passed.toMinutes() < 20; passed = passed.plusSeconds(5)) {
            Instant now = NOON.plus(passed);
            boolean forgotten = !now.plus(fastest).isBefore(entry.until());
            if (forgotten) {
                assertThat(passes(before, now.plus(slowest))).isFalse();
            }
        }
    }

    @Test
    void a_token_that_does_not_say_its_edition_is_older_than_every_entry() {
        String unsaid = Badge.of(SignedWords.publicHalf(OURS).id(), NOON).signed(OURS);
        assertThat(passes(unsaid, NOON)).isTrue();

        list.add(CutOff.ofUser(new UserId(Badge.MEMBER), new Version(1), NOON, POLICY));

        assertThat(passes(unsaid, NOON)).isFalse();
    }

    private static String token(Instant issuedAt, long edition) {
        return Badge.of(SignedWords.publicHalf(OURS).id(), issuedAt)
                .with("edition", Long.toString(edition))
                .signed(OURS);
    }

    private boolean passes(String token, Instant now) {
        verifiersClock.moveTo(now);
        return verifier.verify(token).await().atMost(Duration.ofSeconds(5)).isPresent();
    }
}
