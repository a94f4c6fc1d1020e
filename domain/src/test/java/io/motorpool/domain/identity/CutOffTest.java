package io.motorpool.domain.identity;

import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.aSession;
import static io.motorpool.domain.identity.Fixtures.aSessionId;
import static io.motorpool.domain.identity.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CutOffTest {

    private static final TokenPolicy POLICY = TokenPolicy.PUBLISHED;

    @Property
    void what_a_user_got_in_an_earlier_edition_is_refused_and_what_they_got_since_is_not_whatever_the_clocks_say(
            @ForAll @LongRange(min = 0, max = 9) long edition,
            @ForAll @LongRange(min = 1, max = 9) long since,
            @ForAll @LongRange(min = -60, max = 60) long issuerIsAhead) {
        CutOff cutOff = CutOff.ofUser(KIM, new Version(since), MONDAY_9AM, POLICY);
        AccessClaims claims = AccessClaims.of(
                new UUID(9, 9),
                new Versioned<>(new Grant(KIM, new Profile.Personal(), Set.of()), new Version(edition)),
                null,
                MONDAY_9AM.plusSeconds(issuerIsAhead),
                POLICY);

        assertThat(cutOff.refuses(token(KIM, claims.edition(), null))).isEqualTo(edition < since);
    }

    @Test
    void a_user_is_cut_off_in_every_session_and_nobody_else_is() {
        CutOff cutOff = CutOff.ofUser(KIM, new Version(1), MONDAY_9AM, POLICY);

        assertThat(cutOff.refuses(token(KIM, Version.FIRST, aSessionId()))).isTrue();
        assertThat(cutOff.refuses(token(KIM, Version.FIRST, null))).isTrue();
        assertThat(cutOff.refuses(token(LEE, Version.FIRST, aSessionId()))).isFalse();
    }

    @Test
    void of_a_session_that_is_over_nothing_passes() {
        CutOff cutOff =
                CutOff.of(aSession().end(EndReason.SIGNED_OUT, MONDAY_9AM).session(), POLICY);

        assertThat(cutOff.refuses(token(KIM, Version.FIRST, aSessionId()))).isTrue();
        assertThat(cutOff.refuses(token(KIM, Version.FIRST, new SessionId(new UUID(4, 2)))))
                .isFalse();
        assertThat(cutOff.refuses(token(KIM, Version.FIRST, null))).isFalse();
    }

    @Test
    void what_was_signed_with_a_stolen_key_is_refused_whoever_it_is_about() {
        CutOff cutOff = CutOff.ofKey(key(1).id(), MONDAY_9AM);

        assertThat(cutOff.refuses(new IssuedToken(key(1).id(), LEE, new Version(9), null)))
                .isTrue();
        assertThat(cutOff.refuses(new IssuedToken(key(2).id(), LEE, Version.FIRST, null)))
                .isFalse();
    }

    @Test
    void an_entry_is_kept_until_the_last_token_it_is_about_has_expired_on_the_slowest_clock_and_by_the_fastest() {
        Duration issuerIsAhead = POLICY.skew();
        Duration whoForgetsIsAhead = POLICY.skew();
        Instant expired = MONDAY_9AM.plus(issuerIsAhead).plus(POLICY.access()).plus(POLICY.skew());
        Instant forgettable = expired.plus(whoForgetsIsAhead);

        assertThat(CutOff.ofUser(KIM, new Version(1), MONDAY_9AM, POLICY).until())
                .isEqualTo(forgettable);
        assertThat(CutOff.of(aSession().end(EndReason.LAPSED, MONDAY_9AM).session(), POLICY)
                        .until())
                .isEqualTo(forgettable);
        assertThat(CutOff.ofKey(key(1).id(), MONDAY_9AM).until()).isEqualTo(MONDAY_9AM.plus(CutOff.STOLEN_KEY_KEPT));
    }

    private static IssuedToken token(UserId user, Version edition, @Nullable SessionId session) {
        return new IssuedToken(key(1).id(), user, edition, session);
    }
}
