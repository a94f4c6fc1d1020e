package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.PasswordHasher.Match;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every hasher of passwords promises. */
public interface PasswordHasherContract extends AwaitedContract {

    Password PASSWORD = new Password("자전거 여행 42 kilometres");

    PasswordHasher hasher();

    /** A hash of the password that was made long ago, when less effort was enough. */
    PasswordHash hashOfOldDays(Password password);

    /** From now on as many wait as may. */
    void givenOverloaded();

    void givenIdle();

    @Test
    default void knows_the_password_again() {
        PasswordHash kept = hash(PASSWORD);

        assertThat(check(PASSWORD, kept)).isEqualTo(Match.GOOD);
    }

    @Test
    default void does_not_take_another_password_for_it() {
        PasswordHash kept = hash(PASSWORD);

        assertThat(check(new Password(PASSWORD.text() + "!"), kept)).isEqualTo(Match.NONE);
        assertThat(check(new Password("자전거 여행 42 kilometers"), kept)).isEqualTo(Match.NONE);
    }

    @Test
    default void two_who_chose_the_same_password_cannot_be_found_by_their_hashes() {
        PasswordHash one = hash(PASSWORD);
        PasswordHash other = hash(PASSWORD);

        assertThat(one).isNotEqualTo(other);
        assertThat(List.of(check(PASSWORD, one), check(PASSWORD, other))).containsOnly(Match.GOOD);
    }

    @Test
    default void the_password_is_not_in_its_hash() {
        assertThat(hash(new Password("grandmother")).text()).doesNotContain("grandmother");
    }

    @Test
    default void says_when_a_hash_was_made_with_less_effort_than_today() {
        PasswordHash old = hashOfOldDays(PASSWORD);

        assertThat(check(PASSWORD, old)).isEqualTo(Match.OUTDATED);
        assertThat(check(new Password("another password"), old)).isEqualTo(Match.NONE);
    }

    @Test
    default void a_hash_that_it_cannot_read_matches_nothing() {
        assertThat(check(PASSWORD, new PasswordHash("$unheard-of$c=1$c2FsdA$aGFzaA")))
                .isEqualTo(Match.NONE);
    }

    @Test
    default void nobody_matches_no_password() {
        assertThat(result(() -> hasher().checkNobody(PASSWORD))).isEqualTo(Match.NONE);
    }

    @Test
    default void several_are_served_at_once() {
        PasswordHash kept = hash(PASSWORD);

        assertThat(AtOnce.times(4, () -> check(PASSWORD, kept))).containsOnly(Match.GOOD);
    }

    @Test
    default void turns_away_whoever_would_have_to_wait_too_long() {
        PasswordHash kept = hash(PASSWORD);

        givenOverloaded();
        try {
            assertThatThrownBy(() -> hash(PASSWORD)).isInstanceOf(OverloadedException.class);
            assertThatThrownBy(() -> check(PASSWORD, kept)).isInstanceOf(OverloadedException.class);
            assertThatThrownBy(() -> result(() -> hasher().checkNobody(PASSWORD)))
                    .isInstanceOf(OverloadedException.class);
        } finally {
            givenIdle();
        }

        assertThat(check(PASSWORD, kept)).isEqualTo(Match.GOOD);
    }

    private PasswordHash hash(Password password) {
        return result(() -> hasher().hash(password));
    }

    private Match check(Password shown, PasswordHash kept) {
        return result(() -> hasher().check(shown, kept));
    }
}
