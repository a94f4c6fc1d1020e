package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of links promises. */
public interface OneTimeLinksContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    OneTimeLinks links();

    UserId givenUser();

    @Test
    default void a_link_that_was_never_sent_is_not_found() {
        SecretDigest unknown = IdentityFixtures.aSecret().digest();

        assertThat(find(unknown)).isEmpty();
        assertThat(take(unknown)).isEmpty();
    }

    @Test
    default void a_link_is_found_as_it_was_sent_for_whatever_purpose() {
        assertThat(Purpose.values()).allSatisfy(purpose -> {
            OneTimeLink link = given(aLink(givenUser(), purpose));
            assertThat(find(link.digest())).contains(link);
        });
    }

    @Test
    default void a_newer_link_of_the_same_user_takes_its_place() {
        UserId user = givenUser();
        OneTimeLink first = given(aLink(user, Purpose.INVITATION));
        OneTimeLink second = given(aLink(user, Purpose.PASSWORD_RESET));

        assertThat(find(first.digest())).isEmpty();
        assertThat(take(first.digest())).isEmpty();
        assertThat(find(second.digest())).contains(second);
    }

    @Test
    default void of_many_who_take_a_link_at_once_one_gets_it() {
        OneTimeLink link = given(aLink(givenUser(), Purpose.PASSWORD_RESET));

        var taken = AtOnce.times(8, () -> take(link.digest()));

        assertThat(taken).filteredOn(Optional::isPresent).containsExactly(Optional.of(link));
        assertThat(find(link.digest())).isEmpty();
    }

    @Test
    default void a_link_whose_use_failed_is_there_again() {
        OneTimeLink link = given(aLink(givenUser(), Purpose.PASSWORD_RESET));

        assertThatThrownBy(() -> inTransaction(() -> links().take(link.digest())
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(find(link.digest())).contains(link);
    }

    @Test
    default void what_is_removed_for_a_user_is_gone_and_the_links_of_others_stay() {
        OneTimeLink link = given(aLink(givenUser(), Purpose.INVITATION));
        OneTimeLink other = given(aLink(givenUser(), Purpose.INVITATION));

        inTransaction(() -> links().remove(link.user()));
        inTransaction(() -> links().remove(link.user()));

        assertThat(find(link.digest())).isEmpty();
        assertThat(find(other.digest())).contains(other);
    }

    @Test
    default void links_that_are_worth_nothing_are_forgotten_a_few_at_a_time() {
        Instant until = LONG_AGO.plus(Purpose.INVITATION.lives());
        int _ = inTransaction(() -> links().forgetOver(until, 1_000));
        List<OneTimeLink> old = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            old.add(given(OneTimeLink.to(givenUser(), Purpose.INVITATION, IdentityFixtures.aSecret(), LONG_AGO)));
        }

        assertThat(inTransaction(() -> links().forgetOver(until.minus(IdentityFixtures.A_MOMENT), 10)))
                .isZero();
        assertThat(inTransaction(() -> links().forgetOver(until, 2))).isEqualTo(2);
        assertThat(inTransaction(() -> links().forgetOver(until, 2))).isEqualTo(1);
        assertThat(old).allSatisfy(link -> assertThat(find(link.digest())).isEmpty());
    }

    private static OneTimeLink aLink(UserId user, Purpose purpose) {
        return OneTimeLink.to(user, purpose, IdentityFixtures.aSecret(), IdentityFixtures.NOON);
    }

    private OneTimeLink given(OneTimeLink link) {
        inTransaction(() -> links().put(link));
        return link;
    }

    private Optional<OneTimeLink> find(SecretDigest digest) {
        return inTransaction(() -> links().find(digest));
    }

    private Optional<OneTimeLink> take(SecretDigest digest) {
        return inTransaction(() -> links().take(digest));
    }
}
