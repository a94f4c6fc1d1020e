package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.IdentifyCaller.Answer;
import io.motorpool.application.identity.IdentifyCaller.Answer.Known;
import io.motorpool.application.identity.IdentifyCaller.Answer.Throttled;
import io.motorpool.application.identity.IdentifyCaller.Answer.Unknown;
import io.motorpool.application.identity.LegacyTokens.LegacyAccess;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.IdentityRefusal.LegacyRefused;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifyCallerServiceTest {

    private static final Instant SUNSET = IdentityFixtures.NOON.plus(Duration.ofDays(30));

    private final Caller somebody = new Caller(new UserId(Ids.next()), new Profile.Personal(), Set.of());
    private final List<LegacyScheme> asked = new ArrayList<>();
    private Decision<LegacyAccess, Refusal> legacy = Decision.refuse(new LegacyRefused());

    @Test
    void a_token_that_is_none_of_ours_is_shown_to_the_scheme_that_it_looks_like() {
        assertThat(identify("a.b.c")).isEqualTo(new Unknown());
        assertThat(identify("a.b")).isEqualTo(new Unknown());
        assertThat(identify("")).isEqualTo(new Unknown());

        assertThat(asked)
                .containsExactly(
                        LegacyScheme.FIRST_SERVER_JWT,
                        LegacyScheme.SECOND_SERVER_SESSION,
                        LegacyScheme.SECOND_SERVER_SESSION);
    }

    @Test
    void who_comes_with_a_legacy_token_is_known_until_its_sunset_and_acts_in_no_session() {
        legacy = Decision.accept(new LegacyAccess(somebody, LegacyScheme.FIRST_SERVER_JWT, SUNSET));

        assertThat(identify("a.b.c"))
                .isEqualTo(new Known(
                        somebody,
                        Optional.empty(),
                        Optional.of(new IdentifyCaller.Legacy(LegacyScheme.FIRST_SERVER_JWT, SUNSET))));
    }

    @Test
    void who_asks_too_often_is_told_so() {
        var tooOften = new TooManyRequests(Duration.ofSeconds(3));
        legacy = Decision.refuse(tooOften);

        assertThat(identify("session")).isEqualTo(new Throttled(tooOften));
    }

    private Answer identify(String bearer) {
        var own = new InMemoryAccessTokens(new MovedClock(IdentityFixtures.NOON));
        return new IdentifyCallerService(own, this::accept)
                .identify(bearer, IdentityFixtures.OFFICE)
                .await()
                .indefinitely();
    }

    private Uni<Decision<LegacyAccess, Refusal>> accept(LegacyTokens.Request request) {
        asked.add(request.scheme());
        return Uni.createFrom().item(legacy);
    }
}
