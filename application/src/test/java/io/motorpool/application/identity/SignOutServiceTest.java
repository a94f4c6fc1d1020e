package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignOutServiceTest {

    private final AnIdentity identity = new AnIdentity();
    private final User.Active user = identity.givenUser();
    private final Tokens phone = identity.signedIn(user).tokens();
    private final Tokens laptop = identity.signedIn(user).tokens();

    @Test
    void one_session_ends_and_its_access_token_is_worth_nothing_at_once() {
        succeeds(identity.signOut.from(phone.grant().caller(), phone.session(), IdentityFixtures.OFFICE));

        assertThat(identity.session(phone.session())).isInstanceOf(Session.Ended.class);
        assertThat(identity.isCutOff(phone)).isTrue();
        assertThat(identity.isCutOff(laptop)).isFalse();
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.SESSION_ENDED);
        assertThat(identity.lastTold().facts()).containsEntry("reason", "SIGNED_OUT");
        assertThat(identity.lastTold().actor()).isEqualTo(user.id());
    }

    @Test
    void signing_out_twice_changes_nothing() {
        succeeds(identity.signOut.from(phone.grant().caller(), phone.session(), IdentityFixtures.OFFICE));
        int told = identity.told().size();

        succeeds(identity.signOut.from(phone.grant().caller(), phone.session(), IdentityFixtures.OFFICE));

        assertThat(identity.told()).hasSize(told);
    }

    @Test
    void a_strangers_session_does_not_exist_and_who_only_sees_it_may_not_end_it() {
        Caller stranger =
                identity.signedIn(identity.givenUser()).tokens().grant().caller();

        assertThat(refused(identity.signOut.from(stranger, phone.session(), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotFound(Thing.SESSION));
        assertThat(refused(identity.signOut.from(Callers.anAuditor(), phone.session(), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotPermitted(Permission.MANAGE_USERS));
        assertThat(refused(identity.signOut.from(
                        Callers.anOperator(), new SessionId(Ids.next()), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotFound(Thing.SESSION));
        assertThat(identity.session(phone.session())).isInstanceOf(Session.Live.class);
    }

    @Test
    void an_operator_ends_anybodys_session() {
        succeeds(identity.signOut.from(Callers.anOperator(), phone.session(), IdentityFixtures.OFFICE));

        assertThat(identity.session(phone.session())).isInstanceOf(Session.Ended.class);
    }

    @Test
    void everywhere_means_every_device_of_this_user_and_of_nobody_else() {
        Tokens other = identity.signedIn(identity.givenUser()).tokens();

        int ended = accepted(identity.signOut.everywhere(phone.grant().caller(), IdentityFixtures.OFFICE));

        assertThat(ended).isEqualTo(2);
        assertThat(List.of(phone, laptop)).allMatch(identity::isCutOff);
        assertThat(((Session.Ended) identity.session(laptop.session())).reason())
                .isEqualTo(EndReason.SIGNED_OUT_EVERYWHERE);
        assertThat(identity.isCutOff(other)).isFalse();
    }

    @Test
    void an_operator_signs_somebody_out_everywhere_and_others_do_not() {
        assertThat(refused(identity.signOut.everywhere(Callers.anAuditor(), user.id(), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotPermitted(Permission.MANAGE_USERS));

        assertThat(accepted(identity.signOut.everywhere(Callers.anOperator(), user.id(), IdentityFixtures.OFFICE)))
                .isEqualTo(2);
        assertThat(refused(identity.signOut.everywhere(
                        Callers.anOperator(), new UserId(Ids.next()), IdentityFixtures.OFFICE)))
                .isEqualTo(new NotFound(Thing.USER));
    }

    @Test
    void who_shows_a_refresh_token_signs_its_session_out() {
        out(phone.refresh().written());

        assertThat(identity.session(phone.session())).isInstanceOf(Session.Ended.class);
        assertThat(identity.session(laptop.session())).isInstanceOf(Session.Live.class);
    }

    @Test
    void what_no_session_issued_signs_nobody_out() {
        out("nonsense");
        out(new RefreshToken(phone.session(), IdentityFixtures.aSecret()).written());
        out(new RefreshToken(new SessionId(Ids.next()), phone.refresh().secret()).written());

        assertThat(identity.session(phone.session())).isInstanceOf(Session.Live.class);
    }

    @Test
    void the_sessions_of_a_user_who_is_not_there_are_not_an_empty_list() {
        assertThat(refused(identity.sessions.of(Callers.anAuditor(), new UserId(Ids.next()), Page.Request.first())))
                .isEqualTo(new NotFound(Thing.USER));
    }

    @Test
    void sessions_are_listed_for_their_owner_and_for_those_who_see_users() {
        Caller caller = phone.grant().caller();

        List<SessionView> own =
                accepted(identity.sessions.own(caller, Page.Request.first())).items();

        assertThat(own.stream().map(SessionView::id)).containsExactly(phone.session(), laptop.session());
        assertThat(own.getFirst().lapsesAt()).isEqualTo(phone.refreshUntil());
        assertThat(accepted(identity.sessions.of(Callers.anAuditor(), user.id(), Page.Request.first()))
                        .items())
                .isEqualTo(own);
        assertThat(refused(identity.sessions.of(caller, new UserId(Ids.next()), Page.Request.first())))
                .isEqualTo(new NotPermitted(Permission.READ_USERS));
    }

    private void out(String token) {
        identity.signOut.with(token, IdentityFixtures.OFFICE).await().indefinitely();
    }
}
