package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.EmailTaken;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of users promises. */
public interface UsersContract extends PortContract {

    Users users();

    @Test
    default void a_user_who_was_never_added_is_not_found() {
        UserId unknown = new UserId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> users().signingInAs(IdentityFixtures.anAddress())))
                .isEmpty();
        assertThat(inTransaction(() -> users().hold(unknown))).isEmpty();
        assertThat(inTransaction(() -> users().lock(unknown))).isEmpty();
    }

    @Test
    default void an_added_user_is_found_as_they_were_in_their_first_version_by_id_and_by_address() {
        User user = IdentityFixtures.anActiveUser();

        var added = inTransaction(() -> users().add(user));

        var stored = Optional.of(new Versioned<>(user, Version.FIRST));
        assertThat(added).isEqualTo(Decision.accept(Version.FIRST));
        assertThat(find(user.id())).isEqualTo(stored);
        assertThat(inTransaction(() -> users().signingInAs(user.person().email())))
                .isEqualTo(stored);
        assertThat(inTransaction(() -> users().hold(user.id()))).isEqualTo(stored);
        assertThat(inTransaction(() -> users().lock(user.id()))).isEqualTo(stored);
    }

    @Test
    default void every_stage_of_a_user_is_found_as_it_was() {
        Person person = IdentityFixtures.aPerson(DivisionRoles.of(Role.OPERATOR, Role.AUDITOR));
        List<User> stages = List.of(
                IdentityFixtures.anInvitedUser(),
                new User.Active(person, IdentityFixtures.aHash()),
                new User.Disabled(IdentityFixtures.aPerson(), null),
                new User.Disabled(IdentityFixtures.aPerson(), IdentityFixtures.aHash()));

        assertThat(stages)
                .allSatisfy(user ->
                        assertThat(find(given(user).value().id())).contains(new Versioned<>(user, Version.FIRST)));
    }

    @Test
    default void an_address_is_given_once_and_the_unit_of_work_goes_on() {
        User first = given(IdentityFixtures.anActiveUser()).value();
        User second = new User.Invited(new Person(
                new UserId(Ids.next()), first.person().email(), first.person().name(), DivisionRoles.NONE));
        User other = IdentityFixtures.anInvitedUser();

        var answers = inTransaction(() ->
                users().add(second).chain(refused -> users().add(other).map(accepted -> List.of(refused, accepted))));

        assertThat(answers).containsExactly(Decision.refuse(new EmailTaken()), Decision.accept(Version.FIRST));
        assertThat(find(second.id())).isEmpty();
        assertThat(find(other.id())).isPresent();
    }

    @Test
    default void of_many_who_are_invited_to_one_address_at_once_one_is() {
        EmailAddress address = IdentityFixtures.anAddress();

        var answers = AtOnce.times(
                8,
                () -> inTransaction(() -> users().add(new User.Invited(
                        new Person(new UserId(Ids.next()), address, new PersonName("이서연"), DivisionRoles.NONE)))));

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
    }

    @Test
    default void a_saved_user_is_found_as_they_have_become_in_the_next_version() {
        Versioned<User> stored = given(IdentityFixtures.anInvitedUser());
        User active = new User.Active(
                stored.value().person().with(DivisionRoles.of(Role.SUPPORT_AGENT)), IdentityFixtures.aHash());

        Version version = inTransaction(() -> users().save(stored.with(active)));

        assertThat(version).isEqualTo(Version.FIRST.next());
        assertThat(find(active.id())).contains(new Versioned<>(active, version));
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<User> stored = given(IdentityFixtures.anInvitedUser());
        User gone = new User.Disabled(stored.value().person(), null);
        Version _ = inTransaction(() -> users().save(stored.with(gone)));
        User late = new User.Active(stored.value().person(), IdentityFixtures.aHash());

        assertThatThrownBy(() -> inTransaction(() -> users().save(stored.with(late))))
                .isInstanceOf(ContendedException.class);
        assertThat(find(gone.id()).map(Versioned::value)).contains(gone);
    }

    @Test
    default void a_user_who_is_saved_as_they_were_keeps_their_version() {
        Versioned<User> stored = given(IdentityFixtures.anActiveUser());

        assertThat(inTransaction(() -> users().save(stored))).isEqualTo(Version.FIRST);
        assertThat(find(stored.value().id())).contains(stored);
    }

    @Test
    default void of_many_who_lock_a_user_each_sees_what_the_one_before_made_of_them() {
        UserId user = given(IdentityFixtures.anActiveUser()).value().id();

        var versions = AtOnce.times(
                6,
                () -> inTransaction(() -> users().lock(user)
                        .map(Optional::orElseThrow)
                        .chain(found -> users().save(found.with(
                                new User.Active(found.value().person(), IdentityFixtures.aHash()))))));

        assertThat(versions.stream().map(Version::value)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    default void somebody_with_a_role_is_seen_unless_they_are_disabled() {
        boolean before = inTransaction(() -> users().lockWhetherAnybodyIs(Role.SUPPORT_AGENT));
        Versioned<User> agent = given(new User.Invited(IdentityFixtures.aPerson(DivisionRoles.of(Role.SUPPORT_AGENT))));

        assertThat(inTransaction(() -> users().lockWhetherAnybodyIs(Role.SUPPORT_AGENT)))
                .isTrue();

        Version _ = inTransaction(
                () -> users().save(agent.with(new User.Disabled(agent.value().person(), null))));
        assertThat(inTransaction(() -> users().lockWhetherAnybodyIs(Role.SUPPORT_AGENT)))
                .isEqualTo(before);
    }

    @Test
    default void a_list_is_told_page_by_page_in_order_of_the_id() {
        UUID before = Ids.next();
        List<Versioned<User>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(given(IdentityFixtures.anActiveUser()));
        }

        List<Versioned<User>> told = Walk.through(
                2,
                page -> inTransaction(() -> users().list(new Page.Request(
                        page.limit(), page.after().or(() -> Optional.of(new Page.Cursor(null, before)))))));

        assertThat(told).isEqualTo(all);
    }

    private Versioned<User> given(User user) {
        inTransaction(() -> users().add(user).replaceWithVoid());
        return new Versioned<>(user, Version.FIRST);
    }

    private Optional<Versioned<User>> find(UserId id) {
        return inTransaction(() -> users().find(id));
    }
}
