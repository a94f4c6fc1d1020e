package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.LettersToSend.Owed;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every list of owed letters promises. */
public interface LettersToSendContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    LettersToSend letters();

    UserId givenUser();

    /** Sends what other tests owed. */
    default void nothingIsOwed() {
        Optional<Owed> next = next(LONG_AGO.plusSeconds(1_000));
        while (next.isPresent()) {
            Owed letter = next.get();
            inTransaction(() -> letters().remove(letter));
            next = next(LONG_AGO.plusSeconds(1_000));
        }
    }

    @Test
    default void when_nothing_is_owed_there_is_no_next_letter() {
        nothingIsOwed();

        assertThat(next(LONG_AGO)).isEmpty();
    }

    @Test
    default void a_letter_is_owed_from_its_time_on_until_it_is_removed() {
        nothingIsOwed();
        Owed letter = given(new Owed(givenUser(), Purpose.INVITATION, 0, LONG_AGO));

        assertThat(next(LONG_AGO.minus(IdentityFixtures.A_MOMENT))).isEmpty();
        assertThat(next(LONG_AGO)).contains(letter);
        assertThat(next(LONG_AGO)).contains(letter);

        inTransaction(() -> letters().remove(letter));
        assertThat(next(LONG_AGO)).isEmpty();
    }

    @Test
    default void the_one_that_waits_longest_comes_first() {
        nothingIsOwed();
        Owed second = given(new Owed(givenUser(), Purpose.INVITATION, 3, LONG_AGO.plusSeconds(1)));
        Owed first = given(new Owed(givenUser(), Purpose.PASSWORD_RESET, 1, LONG_AGO));

        assertThat(next(LONG_AGO.plusSeconds(2))).contains(first);
        inTransaction(() -> letters().removeAll(first.user()));
        assertThat(next(LONG_AGO.plusSeconds(2))).contains(second);
        inTransaction(() -> letters().removeAll(second.user()));
    }

    @Test
    default void a_user_is_owed_one_letter_and_what_was_put_in_its_place_is_not_removed_with_it() {
        nothingIsOwed();
        UserId user = givenUser();
        Owed first = given(new Owed(user, Purpose.INVITATION, 0, LONG_AGO));
        Owed second = given(new Owed(user, Purpose.INVITATION, 1, LONG_AGO));

        inTransaction(() -> letters().remove(first));

        assertThat(next(LONG_AGO)).contains(second);
        inTransaction(() -> letters().remove(second));
        assertThat(next(LONG_AGO)).isEmpty();
    }

    @Test
    default void a_letter_whose_reason_was_undone_is_not_owed() {
        nothingIsOwed();
        Owed letter = new Owed(givenUser(), Purpose.INVITATION, 0, LONG_AGO);

        assertThatThrownBy(() -> inTransaction(() -> letters()
                        .put(letter)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(next(LONG_AGO)).isEmpty();
    }

    @Test
    default void of_many_who_look_for_letters_no_two_get_the_same() {
        nothingIsOwed();
        for (int i = 0; i < 4; i++) {
            Owed _ = given(new Owed(givenUser(), Purpose.INVITATION, 0, LONG_AGO.plusSeconds(i)));
        }

        var got = AtOnce.times(
                4,
                () -> inTransaction(() -> letters()
                        .lockNext(LONG_AGO.plusSeconds(10))
                        .call(letter -> letters().remove(letter.orElseThrow()))));

        assertThat(got).doesNotHaveDuplicates();
        assertThat(next(LONG_AGO.plusSeconds(10))).isEmpty();
    }

    private Owed given(Owed letter) {
        inTransaction(() -> letters().put(letter));
        return letter;
    }

    private Optional<Owed> next(Instant now) {
        return inTransaction(() -> letters().lockNext(now));
    }
}
