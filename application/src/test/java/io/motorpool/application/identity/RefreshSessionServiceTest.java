package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.RefreshSession.Request;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.IdentityEvent.RefreshTokenReused;
import io.motorpool.domain.identity.IdentityRefusal.ProfileNotYours;
import io.motorpool.domain.identity.IdentityRefusal.RefreshRefused;
import io.motorpool.domain.identity.IdentityRefusal.SessionOver;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.CompanyId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshSessionServiceTest {

    private final AnIdentity identity = new AnIdentity();

    @Test
    void the_youngest_token_is_replaced_by_a_new_one() {
        Tokens first = identity.signedIn(identity.givenUser()).tokens();
        identity.clock.move(Duration.ofMinutes(14));

        Tokens second = refreshed(first);

        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.refreshUntil()).isEqualTo(identity.clock.instant().plus(identity.policy.idle()));
        assertThat(second.accessUntil()).isAfter(first.accessUntil());
        Tokens _ = refreshed(second);
    }

    @Test
    void who_did_not_hear_the_answer_gets_the_same_successor_within_the_grace() {
        Tokens first = identity.signedIn(identity.givenUser()).tokens();
        Tokens second = refreshed(first);
        identity.clock.move(identity.policy.grace().minusMillis(1));

        Tokens again = refreshed(first);

        assertThat(again.refresh()).isEqualTo(second.refresh());
        assertThat(again.access()).isNotEqualTo(second.access());
    }

    @Test
    void of_a_hundred_at_once_one_rotates_and_all_get_the_same_successor() {
        Tokens first = identity.signedIn(identity.givenUser()).tokens();

        List<Tokens> answers = AtOnce.times(100, () -> refreshed(first));

        assertThat(answers.stream().map(Tokens::refresh).distinct()).hasSize(1);
        assertThat(((Session.Live) identity.session(first.session())).generation())
                .isEqualTo(2);
    }

    @Test
    void a_token_that_is_used_again_after_the_grace_ends_its_session_and_no_other() {
        User.Active user = identity.givenUser();
        Tokens first = identity.signedIn(user).tokens();
        Tokens other = identity.signedIn(user).tokens();
        Tokens second = refreshed(first);
        identity.clock.move(identity.policy.grace());

        assertThat(refused(identity.refresh.refresh(identity.request(first)))).isEqualTo(new SessionOver());

        assertThat(reason(first)).isEqualTo(EndReason.TOKEN_REUSED);
        assertThat(refused(identity.refresh.refresh(identity.request(second)))).isEqualTo(new SessionOver());
        assertThat(identity.isCutOff(second)).isTrue();
        assertThat(identity.isCutOff(other)).isFalse();
        Tokens _ = refreshed(other);
        assertThat(identity.told()).contains(SecurityEvent.REFRESH_TOKEN_REUSED, SecurityEvent.SESSION_ENDED);
        assertThat(identity.outbox.events()).hasAtLeastOneElementOfType(RefreshTokenReused.class);
    }

    @Test
    void a_token_two_generations_old_ends_the_session_even_within_the_grace() {
        Tokens first = identity.signedIn(identity.givenUser()).tokens();
        Tokens _ = refreshed(refreshed(first));

        assertThat(refused(identity.refresh.refresh(identity.request(first)))).isEqualTo(new SessionOver());
        assertThat(reason(first)).isEqualTo(EndReason.TOKEN_REUSED);
    }

    @Test
    void what_no_session_issued_is_refused_and_ends_nothing() {
        Tokens tokens = identity.signedIn(identity.givenUser()).tokens();
        List<String> strange = List.of(
                "",
                "nonsense",
                tokens.access().text(),
                new RefreshToken(tokens.session(), IdentityFixtures.aSecret()).written(),
                new RefreshToken(new SessionId(Ids.next()), tokens.refresh().secret()).written());

        assertThat(strange)
                .allSatisfy(token -> assertThat(refused(identity.refresh.refresh(identity.request(token))))
                        .isEqualTo(new RefreshRefused()));

        assertThat(identity.told().stream().filter(SecurityEvent.REFRESH_REFUSED::equals))
                .hasSize(strange.size());
        Tokens _ = refreshed(tokens);
    }

    @Test
    void a_session_that_nobody_used_for_too_long_has_lapsed() {
        Tokens tokens = identity.signedIn(identity.givenUser()).tokens();
        identity.clock.move(identity.policy.idle());

        assertThat(refused(identity.refresh.refresh(identity.request(tokens)))).isEqualTo(new SessionOver());
        assertThat(reason(tokens)).isEqualTo(EndReason.LAPSED);
    }

    @Test
    void a_session_that_is_over_stays_over() {
        User.Active user = identity.givenUser();
        Tokens tokens = identity.signedIn(user).tokens();
        succeeds(identity.signOut.from(tokens.grant().caller(), tokens.session(), IdentityFixtures.OFFICE));

        assertThat(refused(identity.refresh.refresh(identity.request(tokens)))).isEqualTo(new SessionOver());
        assertThat(reason(tokens)).isEqualTo(EndReason.SIGNED_OUT);
    }

    @Test
    void changed_roles_show_at_the_next_refresh() {
        User.Active user = identity.givenUser(Role.SUPPORT_AGENT);
        Tokens tokens = identity.signedIn(user).tokens();
        identity.becomes(new User.Active(user.person().with(DivisionRoles.of(Role.AUDITOR)), user.password()));

        assertThat(refreshed(tokens).grant().roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void who_lost_what_they_signed_in_as_signs_in_anew() {
        User.Active user = identity.givenUser();
        CompanyId company = new CompanyId(Ids.next());
        Membership _ = identity.stores.memberships.give(user.id(), company, MemberRole.MEMBER);
        Tokens tokens = identity.signedIn(user).tokens();
        identity.stores.memberships.take(user.id(), company);

        assertThat(refused(identity.refresh.refresh(identity.request(tokens)))).isEqualTo(new SessionOver());
        assertThat(reason(tokens)).isEqualTo(EndReason.PROFILE_LOST);
        assertThat(identity.isCutOff(tokens)).isTrue();
    }

    @Test
    void who_is_disabled_does_not_go_on() {
        User.Active user = identity.givenUser();
        Tokens tokens = identity.signedIn(user).tokens();
        identity.becomes(new User.Disabled(user.person(), user.password()));

        assertThat(refused(identity.refresh.refresh(identity.request(tokens)))).isEqualTo(new SessionOver());
        assertThat(reason(tokens)).isEqualTo(EndReason.USER_DISABLED);
    }

    @Test
    void a_session_goes_on_as_something_else_that_the_user_is() {
        User.Active user = identity.givenUser(Role.OPERATOR);
        Tokens tokens = identity.signedIn(user).tokens();

        Tokens personal = accepted(identity.refresh.refresh(as(tokens, new Profile.Personal())));

        assertThat(personal.grant().profile()).isEqualTo(new Profile.Personal());
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.PROFILE_CHANGED);
        assertThat(refreshed(personal).grant().profile()).isEqualTo(new Profile.Personal());
    }

    @Test
    void who_wants_to_be_what_they_are_not_stays_what_they_are() {
        Tokens tokens = identity.signedIn(identity.givenUser()).tokens();

        assertThat(refused(identity.refresh.refresh(as(tokens, new Profile.Division()))))
                .isEqualTo(new ProfileNotYours());

        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.PROFILE_REFUSED);
        Tokens next = refreshed(tokens);
        assertThat(next.grant().profile()).isEqualTo(new Profile.Personal());
    }

    @Test
    void without_a_key_that_signs_the_token_is_not_used_up() {
        Tokens tokens = identity.signedIn(identity.givenUser()).tokens();
        KeyRing ring = identity.done(() -> identity.stores.rings.find(KeyRings.ISSUER));
        identity.done(() -> identity.stores.rings.save(KeyRing.empty(KeyRings.ISSUER)));
        assertThatThrownBy(() -> refreshed(tokens)).isInstanceOf(OutOfReachException.class);

        identity.done(() -> identity.stores.rings.save(ring));
        identity.clock.move(identity.policy.grace());

        Tokens _ = refreshed(tokens);
    }

    @Test
    void a_request_does_not_show_its_token() {
        assertThat(identity.request("a-token")).asString().doesNotContain("a-token");
    }

    private static Request as(Tokens tokens, Profile profile) {
        return new Request(tokens.refresh().written(), profile, IdentityFixtures.OFFICE);
    }

    private Tokens refreshed(Tokens tokens) {
        return accepted(identity.refresh.refresh(identity.request(tokens)));
    }

    private EndReason reason(Tokens tokens) {
        return ((Session.Ended) identity.session(tokens.session())).reason();
    }
}
