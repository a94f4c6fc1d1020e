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
    void nothing_that_a_user_was_issued_earlier_passes_and_nothing_from_the_next_second_is_refused(
            @ForAll @LongRange(min = -5_000, max = 5_000) long millis) {
        CutOff cutOff = CutOff.ofUser(KIM, MONDAY_9AM.plusMillis(300), POLICY);
        Instant moment = MONDAY_9AM.plusMillis(300 + millis);
        Instant issuedAt = AccessClaims.of(
                        new UUID(9, 9), new Grant(KIM, new Profile.Personal(), Set.of()), null, moment, POLICY)
                .issuedAt();

        boolean refused = cutOff.refuses(token(KIM, null, issuedAt));

        if (millis <= 0) {
            assertThat(refused).isTrue();
        }
        if (millis >= 1_000) {
            assertThat(refused).isFalse();
        }
    }

    @Test
    void a_user_is_cut_off_in_every_session_and_nobody_else_is() {
        CutOff cutOff = CutOff.ofUser(KIM, MONDAY_9AM, POLICY);

        assertThat(cutOff.refuses(token(KIM, aSessionId(), MONDAY_9AM))).isTrue();
        assertThat(cutOff.refuses(token(KIM, null, MONDAY_9AM))).isTrue();
        assertThat(cutOff.refuses(token(LEE, aSessionId(), MONDAY_9AM))).isFalse();
    }

    @Test
    void of_a_session_that_is_over_nothing_passes_whatever_its_time() {
        CutOff cutOff =
                CutOff.of(aSession().end(EndReason.SIGNED_OUT, MONDAY_9AM).session(), POLICY);

        assertThat(cutOff.refuses(token(KIM, aSessionId(), MONDAY_9AM.plusSeconds(50))))
                .isTrue();
        assertThat(cutOff.refuses(token(KIM, new SessionId(new UUID(4, 2)), MONDAY_9AM.minusSeconds(50))))
                .isFalse();
        assertThat(cutOff.refuses(token(KIM, null, MONDAY_9AM))).isFalse();
    }

    @Test
    void what_was_signed_with_a_stolen_key_is_refused_whoever_it_is_about() {
        CutOff cutOff = CutOff.ofKey(key(1).id(), MONDAY_9AM);

        assertThat(cutOff.refuses(new IssuedToken(key(1).id(), LEE, null, MONDAY_9AM.plusSeconds(9_999))))
                .isTrue();
        assertThat(cutOff.refuses(new IssuedToken(key(2).id(), LEE, null, MONDAY_9AM)))
                .isFalse();
    }

    @Test
    void an_entry_is_kept_until_the_last_token_it_is_about_has_expired_everywhere() {
        Duration lastSeen = POLICY.access().plus(POLICY.skew());

        assertThat(CutOff.ofUser(KIM, MONDAY_9AM, POLICY).until()).isAfter(MONDAY_9AM.plus(lastSeen));
        assertThat(CutOff.of(aSession().end(EndReason.LAPSED, MONDAY_9AM).session(), POLICY)
                        .until())
                .isAfter(MONDAY_9AM.plus(lastSeen));
        assertThat(CutOff.ofKey(key(1).id(), MONDAY_9AM).until()).isEqualTo(MONDAY_9AM.plus(CutOff.STOLEN_KEY_KEPT));
    }

    private static IssuedToken token(UserId user, @Nullable SessionId session, Instant issuedAt) {
        return new IssuedToken(key(1).id(), user, session, issuedAt);
    }
}
