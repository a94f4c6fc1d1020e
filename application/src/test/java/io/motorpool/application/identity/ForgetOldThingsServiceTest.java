package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Callers;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForgetOldThingsServiceTest {

    private final AnIdentity identity = new AnIdentity();

    @Test
    void sessions_that_lapsed_unnoticed_end_with_every_trace() {
        User.Active user = identity.givenUser();
        Tokens lapsed = identity.signedIn(user).tokens();
        identity.clock.move(identity.policy.idle());
        Tokens used = identity.signedIn(user).tokens();

        assertThat(forget().lapsed()).isEqualTo(1);

        assertThat(((Session.Ended) identity.session(lapsed.session())).reason())
                .isEqualTo(EndReason.LAPSED);
        assertThat(identity.session(used.session())).isInstanceOf(Session.Live.class);
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.SESSION_ENDED);
        assertThat(identity.lastTold().actor()).isNull();
    }

    @Test
    void more_than_a_batch_is_worked_off_in_one_go() {
        UserId user = identity.givenUser().id();
        for (int i = 0; i < 501; i++) {
            Session.Live session = IdentityFixtures.aSession(user);
            identity.done(() -> identity.stores.sessions.add(
                    session, IdentityFixtures.aSecret().digest()));
        }
        identity.clock.move(identity.policy.idle());

        assertThat(forget().lapsed()).isEqualTo(501);
    }

    @Test
    void ended_sessions_are_forgotten_after_their_time() {
        Tokens tokens = identity.signedIn(identity.givenUser()).tokens();
        succeeds(identity.signOut.from(tokens.grant().caller(), tokens.session(), IdentityFixtures.OFFICE));
        identity.clock.move(ForgetOldThingsService.ENDED_SESSIONS_KEPT);
        ForgetOldThings.Report _ = forget();
        assertThat(identity.session(tokens.session())).isInstanceOf(Session.Ended.class);

        identity.clock.move(Duration.ofMillis(1));
        ForgetOldThings.Report _ = forget();

        assertThat(identity.stores.sessions.all()).isEmpty();
    }

    @Test
    void everything_else_goes_when_it_is_of_no_use_to_anybody() {
        User.Active user = identity.givenUser();
        Tokens tokens = identity.signedIn(user).tokens();
        Refusal _ = refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.WRONG)));
        succeeds(identity.signOut.from(tokens.grant().caller(), tokens.session(), IdentityFixtures.OFFICE));
        identity.done(() -> identity.stores.links.put(OneTimeLink.to(
                user.id(), OneTimeLink.Purpose.PASSWORD_RESET, IdentityFixtures.aSecret(), identity.clock.instant())));
        identity.done(() -> identity.stores
                .assertions
                .use(user.id(), "1", identity.clock.instant().plusSeconds(300))
                .replaceWithVoid());
        assertThat(forget()).isEqualTo(new ForgetOldThings.Report(0, 0));

        identity.clock.move(SignInAttempts.DEVICE_KEPT);

        assertThat(forget())
                .as("session, link, cut-off, guard, device, bucket, assertion")
                .isEqualTo(new ForgetOldThings.Report(0, 7));
        assertThat(forget()).isEqualTo(new ForgetOldThings.Report(0, 0));
    }

    private ForgetOldThings.Report forget() {
        return accepted(identity.forget.forget(Callers.aTimer()));
    }
}
