package io.motorpool.application.company;

import static io.motorpool.application.company.CompanyFixtures.aMember;
import static io.motorpool.application.company.CompanyFixtures.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.ListContract;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.company.CompanyRefusal.AlreadyMember;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of memberships promises. */
public interface MembersContract extends ListContract<Versioned<Member>> {

    Members members();

    @Override
    default Versioned<Member> givenListed(CompanyId owner) {
        return given(aMember(owner));
    }

    @Override
    default Uni<Page<Versioned<Member>>> list(CompanyScope scope, Page.Request page) {
        return members().list(scope, page);
    }

    @Override
    default UUID idOf(Versioned<Member> listed) {
        return listed.value().id().value();
    }

    @Test
    default void a_membership_that_was_never_added_is_not_found() {
        CompanyId company = givenOwner();
        MemberId unknown = new MemberId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> members().lock(unknown))).isEmpty();
        assertThat(inTransaction(() -> members().of(company, new UserId(Ids.next()))))
                .isEmpty();
    }

    @Test
    default void an_added_membership_is_found_by_its_id_and_by_who_belongs_where() {
        Member member = aMember(givenOwner());

        var added = inTransaction(() -> members().add(member));

        var stored = Optional.of(new Versioned<>(member, Version.FIRST));
        assertThat(added).isEqualTo(Decision.accept(Version.FIRST));
        assertThat(find(member.id())).isEqualTo(stored);
        assertThat(inTransaction(() -> members().lock(member.id()))).isEqualTo(stored);
        assertThat(inTransaction(() -> members().of(member.company(), member.user())))
                .isEqualTo(stored);
    }

    @Test
    default void a_member_without_a_licence_is_found_without_one() {
        Member member =
                Member.enrol(new MemberId(Ids.next()), givenOwner(), new UserId(Ids.next()), profile("이서연"), null);
        Versioned<Member> stored = given(member);

        assertThat(find(member.id())).contains(stored);
    }

    @Test
    default void a_user_has_one_membership_in_a_company_and_may_have_others_elsewhere() {
        Member first = given(aMember(givenOwner())).value();

        CompanyId other = givenOwner();

        var second = inTransaction(() -> members().add(aMember(first.company(), first.user())));
        var elsewhere = inTransaction(() -> members().add(aMember(other, first.user())));

        assertThat(second).isEqualTo(Decision.refuse(new AlreadyMember()));
        assertThat(elsewhere).isEqualTo(Decision.accept(Version.FIRST));
    }

    @Test
    default void of_many_who_enrol_the_same_user_at_once_one_succeeds() {
        CompanyId company = givenOwner();
        UserId user = new UserId(Ids.next());

        var answers = AtOnce.times(8, () -> inTransaction(() -> members().add(aMember(company, user))));

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
    }

    @Test
    default void a_saved_membership_is_found_as_it_has_become_in_the_next_version() {
        Versioned<Member> stored = given(aMember(givenOwner()));
        Versioned<Member> changed = stored.with(ended(stored.value()));

        Version version = inTransaction(() -> members().save(changed));

        assertThat(version).isEqualTo(Version.FIRST.next());
        assertThat(find(stored.value().id())).contains(new Versioned<>(changed.value(), version));
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<Member> stored = given(aMember(givenOwner()));
        Versioned<Member> ended = stored.with(ended(stored.value()));
        inTransaction(() -> members().save(ended).replaceWithVoid());

        assertThatThrownBy(() -> inTransaction(() -> members().save(stored))).isInstanceOf(ContendedException.class);
        assertThat(find(stored.value().id()).map(Versioned::value)).contains(ended.value());
    }

    @Test
    default void a_membership_that_is_saved_as_it_was_keeps_its_version() {
        Versioned<Member> stored = given(aMember(givenOwner()));

        assertThat(inTransaction(() -> members().save(stored))).isEqualTo(Version.FIRST);
        assertThat(find(stored.value().id())).contains(stored);
    }

    private static Member ended(Member member) {
        return new Member(member.id(), member.company(), member.user(), profile("김*수"), null, MemberStatus.RETIRED);
    }

    private Versioned<Member> given(Member member) {
        inTransaction(() -> members().add(member).replaceWithVoid());
        return new Versioned<>(member, Version.FIRST);
    }

    private Optional<Versioned<Member>> find(MemberId id) {
        return inTransaction(() -> members().find(id));
    }
}
