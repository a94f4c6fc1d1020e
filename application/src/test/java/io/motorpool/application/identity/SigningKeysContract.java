package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What everything that keeps signing keys promises. */
public interface SigningKeysContract extends AwaitedContract {

    Instant NOW = Instant.parse("2027-03-02T00:00:00Z");
    Issuer ISSUER = new Issuer("https://motorpool.local", "motorpool");

    SigningKeys keys();

    /** What another node works with. */
    SigningKeys keysOfAnotherNode();

    @Test
    default void every_key_is_another_one() {
        assertThat(make()).isNotEqualTo(make());
    }

    @Test
    default void what_is_signed_can_be_verified_with_the_public_half_of_that_key_alone() {
        RsaPublicKey one = make();
        RsaPublicKey other = make();

        SignedWords words = sign(keys(), one.id(), ofMember());

        assertThat(words.isSignedBy(one)).isTrue();
        assertThat(words.isSignedBy(other)).isFalse();
    }

    @Test
    default void the_header_says_which_kind_of_token_it_is_and_whose_key_signed_it() {
        RsaPublicKey key = make();

        String header = sign(keys(), key.id(), ofMember()).header();

        assertThat(header)
                .contains("\"alg\":\"RS256\"", "\"typ\":\"at+jwt\"", "\"kid\":\"%s\"".formatted(key.id()))
                .doesNotContain("\"jwk", "\"jku", "\"x5");
    }

    @Test
    default void a_members_token_says_who_acts_for_which_company_and_in_which_role() {
        AccessClaims claims = ofMember();
        Profile.Business business = (Profile.Business) claims.grant().profile();

        String payload = sign(keys(), make().id(), claims).payload();

        assertThat(payload)
                .contains(
                        "\"iss\":\"https://motorpool.local\"",
                        "\"aud\":\"motorpool\"",
                        "\"sub\":\"%s\"".formatted(claims.grant().user()),
                        "\"client_id\":\"motorpool\"",
                        "\"jti\":\"%s\"".formatted(claims.id()),
                        "\"edition\":%d".formatted(claims.edition().value()),
                        "\"iat\":%d".formatted(NOW.getEpochSecond()),
                        "\"exp\":%d".formatted(NOW.getEpochSecond() + 900),
                        "\"sid\":\"%s\"".formatted(claims.session()),
                        "\"profile\":\"BUSINESS\"",
                        "\"company\":\"%s\"".formatted(business.company()),
                        "\"roles\":[\"MEMBER\"]",
                        "\"scope\":\"%s\""
                                .formatted(String.join(" ", claims.grant().scopes())));
    }

    @Test
    default void a_services_token_names_no_session_and_the_divisions_no_company() {
        UserId service = new UserId(Ids.next());
        Grant grant = new Grant(service, new Profile.Division(), Set.of(Role.AUDITOR));
        AccessClaims claims =
                AccessClaims.of(Ids.next(), new Versioned<>(grant, new Version(7)), null, NOW, TokenPolicy.PUBLISHED);

        String payload = sign(keys(), make().id(), claims).payload();

        assertThat(payload)
                .contains("\"client_id\":\"%s\"".formatted(service), "\"profile\":\"DIVISION\"")
                .doesNotContain("\"sid\"", "\"company\"");
    }

    @Test
    default void a_private_persons_token_names_no_role() {
        Grant grant = new Grant(new UserId(Ids.next()), new Profile.Personal(), Set.of());
        AccessClaims claims = AccessClaims.of(
                Ids.next(),
                new Versioned<>(grant, new Version(7)),
                new SessionId(Ids.next()),
                NOW,
                TokenPolicy.PUBLISHED);

        String payload = sign(keys(), make().id(), claims).payload();

        assertThat(payload).contains("\"profile\":\"PERSONAL\"", "\"roles\":[]");
    }

    @Test
    default void a_key_that_was_never_made_signs_nothing() {
        KeyId unknown = SignedWords.publicHalf(SignedWords.newPair()).id();

        assertThatThrownBy(() -> sign(keys(), unknown, ofMember())).isInstanceOf(UnknownKeyException.class);
    }

    @Test
    default void every_node_signs_with_a_key_that_one_of_them_made() {
        RsaPublicKey made = make();

        assertThat(sign(keysOfAnotherNode(), made.id(), ofMember()).isSignedBy(made))
                .isTrue();
    }

    @Test
    default void no_node_signs_with_a_key_that_one_of_them_destroyed() {
        RsaPublicKey key = make();
        SigningKeys other = keysOfAnotherNode();
        assertThat(sign(keys(), key.id(), ofMember()).isSignedBy(key)).isTrue();
        assertThat(sign(other, key.id(), ofMember()).isSignedBy(key)).isTrue();

        destroy(key.id());

        assertThatThrownBy(() -> sign(keys(), key.id(), ofMember())).isInstanceOf(UnknownKeyException.class);
        assertThatThrownBy(() -> sign(other, key.id(), ofMember())).isInstanceOf(UnknownKeyException.class);
    }

    @Test
    default void destroying_one_key_leaves_the_others_and_doing_it_twice_is_harmless() {
        RsaPublicKey kept = make();
        RsaPublicKey gone = make();

        destroy(gone.id());
        destroy(gone.id());

        assertThat(sign(keys(), kept.id(), ofMember()).isSignedBy(kept)).isTrue();
    }

    @Test
    default void many_sign_at_once() {
        RsaPublicKey key = make();

        List<Boolean> genuine =
                AtOnce.times(8, () -> sign(keys(), key.id(), ofMember()).isSignedBy(key));

        assertThat(genuine).containsOnly(true);
    }

    private RsaPublicKey make() {
        return result(() -> keys().make());
    }

    private SignedWords sign(SigningKeys signing, KeyId key, AccessClaims claims) {
        return SignedWords.read(result(() -> signing.sign(key, claims)).text());
    }

    private void destroy(KeyId key) {
        var _ = result(() -> keys().destroy(key).replaceWith(true));
    }

    private static AccessClaims ofMember() {
        Profile company = new Profile.Business(new CompanyId(Ids.next()));
        Grant grant = new Grant(new UserId(Ids.next()), company, Set.of(Role.MEMBER));
        return AccessClaims.of(
                Ids.next(),
                new Versioned<>(grant, new Version(7)),
                new SessionId(Ids.next()),
                NOW,
                TokenPolicy.PUBLISHED);
    }
}
