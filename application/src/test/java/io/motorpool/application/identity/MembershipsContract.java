package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody who tells memberships promises. */
public interface MembershipsContract extends PortContract {

    Memberships memberships();

    UserId givenUser();

    /** That the user is a member of some company, which is theirs alone. */
    Membership givenMembership(UserId user, MemberRole role);

    /** That the user was a member of some company. */
    CompanyId givenEndedMembership(UserId user);

    /** That the user is a member of a company that has left. */
    CompanyId givenMembershipInCompanyThatLeft(UserId user);

    @Test
    default void somebody_who_is_a_member_nowhere_has_no_membership() {
        UserId user = givenUser();

        assertThat(all(user)).isEmpty();
        assertThat(in(user, new CompanyId(Ids.next()))).isEmpty();
    }

    @Test
    default void a_membership_is_told_with_the_company_and_the_role() {
        UserId user = givenUser();
        Membership first = givenMembership(user, MemberRole.MEMBER);
        Membership second = givenMembership(user, MemberRole.COMPANY_ADMIN);

        assertThat(all(user)).containsExactlyInAnyOrder(first, second);
        assertThat(in(user, first.company())).contains(first);
        assertThat(in(user, second.company())).contains(second);
    }

    @Test
    default void they_are_told_in_order_of_the_company() {
        UserId user = givenUser();
        for (int i = 0; i < 4; i++) {
            Membership _ = givenMembership(user, MemberRole.MEMBER);
        }

        assertThat(all(user).stream().map(each -> each.company().toString()))
                .hasSize(4)
                .isSorted();
    }

    @Test
    default void a_membership_is_nobody_elses() {
        Membership others = givenMembership(givenUser(), MemberRole.COMPANY_ADMIN);
        UserId user = givenUser();
        Membership own = givenMembership(user, MemberRole.MEMBER);

        assertThat(all(user)).containsExactly(own);
        assertThat(in(user, others.company())).isEmpty();
    }

    @Test
    default void what_has_ended_is_no_membership() {
        UserId user = givenUser();
        CompanyId left = givenEndedMembership(user);
        CompanyId gone = givenMembershipInCompanyThatLeft(user);

        assertThat(all(user)).isEmpty();
        assertThat(in(user, left)).isEmpty();
        assertThat(in(user, gone)).isEmpty();
    }

    private List<Membership> all(UserId user) {
        return inTransaction(() -> memberships().of(user));
    }

    private Optional<Membership> in(UserId user, CompanyId company) {
        return inTransaction(() -> memberships().of(user, company));
    }
}
