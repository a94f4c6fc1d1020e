package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountChanged;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountDisabled;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountEnabled;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountRegistered;
import io.motorpool.domain.identity.IdentityRefusal.ClientRefused;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForService;
import io.motorpool.domain.identity.IdentityRefusal.TooManyKeys;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServiceAccountTest {

    private static final UserId REPORTING = new UserId(new UUID(5, 1));
    private static final TokenPolicy POLICY = TokenPolicy.PUBLISHED;

    private final ServiceAccount account = ServiceAccount.register(
                    REPORTING, "reporting", new Profile.Division(), Role.AUDITOR, key(1), MONDAY_9AM)
            .account();

    @Test
    void a_registered_service_is_enabled_and_told_of() {
        var registered = ServiceAccount.register(
                REPORTING, "reporting", new Profile.Division(), Role.AUDITOR, key(1), MONDAY_9AM);

        assertThat(registered.account().enabled()).isTrue();
        assertThat(registered.fact()).isEqualTo(new ServiceAccountRegistered(REPORTING, MONDAY_9AM));
    }

    @Test
    void who_proves_to_be_the_service_is_granted_its_role() {
        assertThat(accepted(grant(account, 1, MONDAY_9AM.plusSeconds(60))))
                .isEqualTo(new Grant(REPORTING, new Profile.Division(), Set.of(Role.AUDITOR)));
    }

    @Test
    void a_key_that_is_not_registered_proves_nothing() {
        assertThat(refused(grant(account, 2, MONDAY_9AM.plusSeconds(60)))).isEqualTo(new ClientRefused());
    }

    @Test
    void words_of_another_service_prove_nothing() {
        var strange = new ClientAssertion(LEE, key(1).id(), "once", MONDAY_9AM.plusSeconds(60));

        assertThat(refused(account.grant(strange, MONDAY_9AM, POLICY))).isEqualTo(new ClientRefused());
    }

    @Test
    void words_that_are_too_old_or_live_too_long_prove_nothing() {
        Instant latest = MONDAY_9AM.plus(ClientAssertion.LONGEST_LIFE).plus(POLICY.skew());

        assertThat(refused(grant(account, 1, MONDAY_9AM.minus(POLICY.skew())))).isEqualTo(new ClientRefused());
        assertThat(accepted(grant(account, 1, MONDAY_9AM.minus(POLICY.skew()).plusMillis(1))))
                .isNotNull();
        assertThat(accepted(grant(account, 1, latest))).isNotNull();
        assertThat(refused(grant(account, 1, latest.plusMillis(1)))).isEqualTo(new ClientRefused());
    }

    @Test
    void words_are_remembered_until_no_clock_would_believe_them() {
        var assertion = new ClientAssertion(REPORTING, key(1).id(), "once", MONDAY_9AM);

        assertThat(refused(account.grant(assertion, assertion.rememberedUntil(POLICY), POLICY)))
                .isEqualTo(new ClientRefused());
    }

    @Test
    void a_disabled_service_gets_nothing_until_it_is_enabled_again() {
        var stopped = accepted(account.disable(MONDAY_9AM));

        assertThat(stopped.fact()).isEqualTo(new ServiceAccountDisabled(REPORTING, MONDAY_9AM));
        assertThat(refused(grant(stopped.account(), 1, MONDAY_9AM.plusSeconds(60))))
                .isEqualTo(new ClientRefused());
        assertThat(accepted(stopped.account().enable(MONDAY_9AM)))
                .isEqualTo(new ServiceAccount.Changed(account, new ServiceAccountEnabled(REPORTING, MONDAY_9AM)));
        assertThat(refused(stopped.account().disable(MONDAY_9AM))).isEqualTo(new NotPossibleForService(false));
        assertThat(refused(account.enable(MONDAY_9AM))).isEqualTo(new NotPossibleForService(true));
    }

    @Test
    void a_service_changes_its_key_without_a_pause() {
        ServiceAccount two = accepted(account.addKey(key(2), MONDAY_9AM)).account();
        ServiceAccount one = accepted(two.removeKey(key(1).id(), MONDAY_9AM)).account();

        assertThat(accepted(grant(two, 1, MONDAY_9AM.plusSeconds(60)))).isNotNull();
        assertThat(accepted(grant(two, 2, MONDAY_9AM.plusSeconds(60)))).isNotNull();
        assertThat(one.keys()).containsExactly(key(2));
        assertThat(refused(grant(one, 1, MONDAY_9AM.plusSeconds(60)))).isEqualTo(new ClientRefused());
    }

    @Test
    void a_third_key_is_refused_and_a_known_one_is_no_second() {
        ServiceAccount two = accepted(account.addKey(key(2), MONDAY_9AM)).account();

        assertThat(refused(two.addKey(key(3), MONDAY_9AM))).isEqualTo(new TooManyKeys(2));
        assertThat(accepted(account.addKey(key(1), MONDAY_9AM)).account()).isEqualTo(account);
        assertThat(refused(account.removeKey(key(2).id(), MONDAY_9AM))).isEqualTo(new NotFound(Thing.SIGNING_KEY));
    }

    @Test
    void a_service_may_be_a_companys() {
        var changed = account.change("fleet robot", new Profile.Business(HANBIT), Role.MEMBER, MONDAY_9AM);

        assertThat(changed.fact()).isEqualTo(new ServiceAccountChanged(REPORTING, MONDAY_9AM));
        assertThat(accepted(grant(changed.account(), 1, MONDAY_9AM.plusSeconds(60))))
                .isEqualTo(new Grant(REPORTING, new Profile.Business(HANBIT), Set.of(Role.MEMBER)));
    }

    @Test
    void a_role_that_does_not_count_under_the_profile_is_refused() {
        assertThatThrownBy(() -> account.change("x", new Profile.Business(HANBIT), Role.OPERATOR, MONDAY_9AM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.change("x", new Profile.Division(), Role.MEMBER, MONDAY_9AM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.change("x", new Profile.Division(), Role.SCHEDULER, MONDAY_9AM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> account.change("x", new Profile.Personal(), Role.MEMBER, MONDAY_9AM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ServiceAccount(
                        REPORTING, "x", new Profile.Division(), Role.AUDITOR, List.of(key(1), key(1)), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_name_of_an_assertion_is_clean_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAssertion(REPORTING, key(1).id(), "on\0ce", MONDAY_9AM));
    }

    @Test
    void an_assertion_has_a_name() {
        assertThatThrownBy(() -> new ClientAssertion(REPORTING, key(1).id(), " ", MONDAY_9AM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientAssertion(REPORTING, key(1).id(), "x".repeat(129), MONDAY_9AM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Decision<Grant, IdentityRefusal> grant(ServiceAccount account, int key, Instant expiresAt) {
        return account.grant(new ClientAssertion(REPORTING, key(key).id(), "once", expiresAt), MONDAY_9AM, POLICY);
    }
}
