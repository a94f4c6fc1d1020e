package io.motorpool.application.identity;

import static io.motorpool.application.company.CompanyFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import org.junit.jupiter.api.Test;

class ShutOutLeaversTest {

    private final AnIdentity identity = new AnIdentity();
    private final CompanyId company = new CompanyId(Ids.next());
    private final Caller admin = Callers.anAdminOf(company);

    @Test
    void who_leaves_a_company_is_out_at_once_on_every_device_and_nobody_else_is() {
        User.Active leaver = identity.givenUser();
        User.Active colleague = identity.givenUser();
        Tokens phone = identity.signedIn(leaver).tokens();
        Tokens laptop = identity.signedIn(leaver).tokens();
        Tokens theirs = identity.signedIn(colleague).tokens();

        leaves(leaver.id());

        assertThat(identity.isCutOff(phone)).isTrue();
        assertThat(identity.isCutOff(laptop)).isTrue();
        assertThat(identity.isCutOff(theirs)).isFalse();
        assertThat(((Session.Ended) identity.session(phone.session())).reason()).isEqualTo(EndReason.PROFILE_LOST);
        assertThat(identity.lastTold().actor()).isEqualTo(admin.user());
    }

    @Test
    void who_has_something_else_signs_in_again() {
        User.Active leaver = identity.givenUser();

        leaves(leaver.id());

        assertThat(identity.isCutOff(identity.signedIn(leaver).tokens())).isFalse();
    }

    @Test
    void a_member_who_never_signed_in_leaves_nothing_to_be_ended() {
        leaves(new UserId(Ids.next()));

        assertThat(identity.told()).isEmpty();
    }

    private void leaves(UserId user) {
        Member member = aMember(company);
        var _ = identity.done(() -> identity.leavers.left(
                new Member(member.id(), company, user, member.profile(), member.licence(), member.status()), admin));
    }
}
