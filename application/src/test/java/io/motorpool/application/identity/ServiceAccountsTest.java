package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.GrantServiceToken.Request;
import io.motorpool.application.identity.GrantServiceToken.ServiceToken;
import io.motorpool.application.identity.LookAfterServiceAccounts.Change;
import io.motorpool.application.identity.LookAfterServiceAccounts.Existing;
import io.motorpool.application.identity.LookAfterServiceAccounts.Registration;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal.ClientRefused;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForService;
import io.motorpool.domain.identity.IdentityRefusal.TooManyKeys;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the registration of a service to its tokens. */
class ServiceAccountsTest {

    private final AnIdentity identity = new AnIdentity();
    private final Caller operator = Callers.anOperator();
    private final RsaPublicKey key = IdentityFixtures.aKey();
    private final ServiceAccountView service = accepted(identity.lookAfterServices.register(
            new Registration(operator, "정산 서버", new Profile.Division(), Role.AUDITOR, key, IdentityFixtures.OFFICE)));

    @Test
    void a_service_that_signed_gets_a_token_of_its_role() {
        ServiceToken token = accepted(granted(assertion("1", key)));

        assertThat(token.grant()).isEqualTo(new Grant(service.id(), new Profile.Division(), Set.of(Role.AUDITOR)));
        assertThat(SignedWords.read(token.access().text()).isSignedBy(AnIdentity.SIGNS))
                .isTrue();
        assertThat(SignedWords.read(token.access().text()).payload())
                .contains("\"client_id\":\"" + service.id())
                .doesNotContain("\"sid\"");
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.SERVICE_TOKEN_ISSUED);
        assertThat(identity.lastTold().facts()).containsEntry("key", key.id().value());
    }

    @Test
    void words_count_once() {
        String words = assertion("1", key);
        succeeds(granted(words));

        assertThat(refused(granted(words))).isEqualTo(new ClientRefused());
        assertThat(identity.lastTold().event()).isEqualTo(SecurityEvent.SERVICE_TOKEN_REFUSED);
        assertThat(identity.lastTold().about()).isEqualTo(service.id().value());
    }

    @Test
    void whoever_names_a_client_names_the_one_that_signed_and_otherwise_the_words_are_not_used_up() {
        String words = assertion("1", key);

        assertThat(refused(granted(words, Ids.next().toString()))).isEqualTo(new ClientRefused());
        assertThat(refused(granted(words, "somebody"))).isEqualTo(new ClientRefused());
        assertThat(identity.told())
                .doesNotContain(SecurityEvent.SERVICE_TOKEN_ISSUED)
                .endsWith(SecurityEvent.SERVICE_TOKEN_REFUSED, SecurityEvent.SERVICE_TOKEN_REFUSED);

        succeeds(granted(words, service.id().toString()));
    }

    @Test
    void of_many_who_use_the_same_words_at_once_one_gets_a_token() {
        String words = assertion("1", key);

        var answers = AtOnce.times(8, () -> granted(words).await().indefinitely());

        assertThat(answers).filteredOn(Decision.Accepted.class::isInstance).hasSize(1);
    }

    @Test
    void everything_that_is_wrong_with_words_is_one_answer() {
        Instant now = identity.clock.instant();
        ClientAssertion ofNobody = new ClientAssertion(new UserId(Ids.next()), key.id(), "2", now.plusSeconds(60));
        ClientAssertion ofAnotherKey =
                new ClientAssertion(service.id(), IdentityFixtures.aKey().id(), "3", now.plusSeconds(60));
        ClientAssertion tooLong = new ClientAssertion(service.id(), key.id(), "4", now.plus(Duration.ofHours(1)));
        ClientAssertion over = new ClientAssertion(service.id(), key.id(), "5", now.minusSeconds(61));
        ClientAssertion forOthers = new ClientAssertion(service.id(), key.id(), "6", now.plusSeconds(60));
        String url = AnIdentity.ISSUER.url();

        assertThat(List.of(
                        "nonsense",
                        identity.assertions.say(ofNobody, url),
                        identity.assertions.say(ofAnotherKey, url),
                        identity.assertions.say(tooLong, url),
                        identity.assertions.say(over, url),
                        identity.assertions.say(forOthers, "https://elsewhere.example")))
                .allSatisfy(words -> assertThat(refused(granted(words))).isEqualTo(new ClientRefused()));
    }

    @Test
    void a_service_that_is_disabled_gets_nothing_and_what_it_got_is_cut_off() {
        ServiceToken before = accepted(granted(assertion("1", key)));

        ServiceAccountView disabled = accepted(identity.lookAfterServices.disable(existing(service)));

        assertThat(refused(granted(assertion("2", key)))).isEqualTo(new ClientRefused());
        assertThat(isCutOff(before)).isTrue();
        assertThat(identity.told()).contains(SecurityEvent.SERVICE_ACCOUNT_DISABLED);
        assertThat(refused(identity.lookAfterServices.disable(existing(disabled))))
                .isEqualTo(new NotPossibleForService(false));

        succeeds(identity.lookAfterServices.enable(existing(disabled)));
        succeeds(granted(assertion("3", key)));
    }

    @Test
    void a_key_is_changed_without_a_pause() {
        RsaPublicKey next = IdentityFixtures.aKey();
        ServiceAccountView both = accepted(identity.lookAfterServices.addKey(existing(service), next));
        ServiceToken before = accepted(granted(assertion("1", key)));
        succeeds(granted(assertion("2", next)));

        ServiceAccountView after = accepted(identity.lookAfterServices.removeKey(existing(both), key.id()));

        assertThat(after.keys()).containsExactly(next);
        assertThat(isCutOff(before)).isTrue();
        assertThat(refused(granted(assertion("3", key)))).isEqualTo(new ClientRefused());
        succeeds(granted(assertion("4", next)));
    }

    @Test
    void a_key_too_many_and_a_key_that_is_not_there_are_refused_and_the_same_key_twice_is_no_change() {
        ServiceAccountView same = accepted(identity.lookAfterServices.addKey(existing(service), key));
        assertThat(same).isEqualTo(service);
        ServiceAccountView both =
                accepted(identity.lookAfterServices.addKey(existing(service), IdentityFixtures.aKey()));

        assertThat(refused(identity.lookAfterServices.addKey(existing(both), IdentityFixtures.aKey())))
                .isEqualTo(new TooManyKeys(ServiceAccount.MOST_KEYS));
        assertThat(refused(identity.lookAfterServices.removeKey(
                        existing(both), IdentityFixtures.aKey().id())))
                .isEqualTo(new NotFound(Thing.SIGNING_KEY));
    }

    @Test
    void a_service_that_becomes_something_else_loses_what_it_got_before_and_one_that_is_renamed_does_not() {
        ServiceToken before = accepted(granted(assertion("1", key)));
        ServiceAccountView renamed = accepted(identity.lookAfterServices.change(
                new Change(existing(service), "새 이름", service.profile(), service.role())));
        assertThat(isCutOff(before)).isFalse();

        succeeds(identity.lookAfterServices.change(
                new Change(existing(renamed), "새 이름", service.profile(), Role.SUPPORT_AGENT)));

        assertThat(isCutOff(before)).isTrue();
        assertThat(accepted(granted(assertion("2", key))).grant().roles()).containsExactly(Role.SUPPORT_AGENT);
    }

    @Test
    void who_decided_on_an_old_version_decides_anew_and_what_is_not_there_is_not_found() {
        succeeds(identity.lookAfterServices.disable(existing(service)));

        assertThat(refused(identity.lookAfterServices.enable(existing(service))))
                .isEqualTo(new AccessRefusal.Stale(Version.FIRST, Version.FIRST.next()));
        assertThat(refused(identity.lookAfterServices.enable(
                        new Existing(operator, new UserId(Ids.next()), Version.FIRST, IdentityFixtures.OFFICE))))
                .isEqualTo(new NotFound(Thing.SERVICE_ACCOUNT));
    }

    @Test
    void services_are_read_by_those_who_see_them() {
        assertThat(accepted(identity.services.account(Callers.anAuditor(), service.id())))
                .isEqualTo(service);
        assertThat(accepted(identity.services.accounts(operator, Page.Request.first()))
                        .items())
                .containsExactly(service);
        assertThat(refused(identity.services.account(operator, new UserId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.SERVICE_ACCOUNT));
    }

    @Test
    void a_request_does_not_show_its_words() {
        assertThat(new Request("words", Optional.empty(), IdentityFixtures.OFFICE))
                .asString()
                .doesNotContain("words");
    }

    private String assertion(String id, RsaPublicKey with) {
        return identity.assertions.say(
                new ClientAssertion(
                        service.id(), with.id(), id, identity.clock.instant().plusSeconds(60)),
                AnIdentity.ISSUER.url());
    }

    private Uni<Decision<ServiceToken, Refusal>> granted(String words) {
        return identity.grantServiceToken.grant(new Request(words, Optional.empty(), IdentityFixtures.OFFICE));
    }

    private Uni<Decision<ServiceToken, Refusal>> granted(String words, String client) {
        return identity.grantServiceToken.grant(new Request(words, Optional.of(client), IdentityFixtures.OFFICE));
    }

    private Existing existing(ServiceAccountView view) {
        return new Existing(operator, view.id(), view.version(), IdentityFixtures.OFFICE);
    }

    private boolean isCutOff(ServiceToken given) {
        String payload = SignedWords.read(given.access().text()).payload();
        Version edition = new Version(Long.parseLong(payload.replaceAll("(?s).*\"edition\":(\\d+).*", "$1")));
        IssuedToken token = new IssuedToken(AnIdentity.SIGNS.id(), given.grant().user(), edition, null);
        return identity.done(() -> identity.stores.cutOffs.all(identity.clock.instant())).stream()
                .anyMatch(entry -> entry.refuses(token));
    }
}
