package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.AccessClaims;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What everything that verifies access tokens promises. */
public interface AccessTokensContract extends AwaitedContract {

    Instant START = Instant.parse("2027-03-02T00:00:00Z");
    Duration A_MOMENT = Duration.ofMillis(1);
    Version EDITION = new Version(3);
    TokenPolicy POLICY = TokenPolicy.PUBLISHED;

    AccessTokens tokens();

    /** The clock of whoever verifies; it stands at {@link #START} in the beginning. */
    MovedClock clock();

    /** The token that says this, signed with a key that is published. */
    AccessToken issued(AccessClaims claims);

    void givenCutOff(CutOff entry);

    @Test
    default void says_who_acts_and_as_what() {
        CompanyId company = new CompanyId(Ids.next());
        Grant grant = new Grant(aUser(), new Profile.Business(company), Set.of(Role.COMPANY_ADMIN, Role.MEMBER));
        AccessClaims claims = claims(grant, new SessionId(Ids.next()));

        VerifiedAccess access = verify(issued(claims)).orElseThrow();

        assertThat(access.caller())
                .isEqualTo(new Caller(
                        grant.user(), new Profile.Business(company), Set.of(Role.COMPANY_ADMIN, Role.MEMBER)));
        assertThat(access.token())
                .isEqualTo(new IssuedToken(access.token().key(), grant.user(), EDITION, claims.session()));
        assertThat(access.expiresAt()).isEqualTo(claims.expiresAt());
    }

    @Test
    default void knows_keys_when_some_are_published() {
        assertThat(result(tokens()::knowsKeys)).isTrue();
    }

    @Test
    default void understands_every_profile() {
        List<Grant> grants = List.of(
                new Grant(aUser(), new Profile.Personal(), Set.of()),
                new Grant(aUser(), new Profile.Division(), Set.of(Role.OPERATOR, Role.AUDITOR)),
                new Grant(aUser(), new Profile.Business(new CompanyId(Ids.next())), Set.of(Role.MEMBER)));

        assertThat(grants)
                .allSatisfy(grant -> assertThat(
                                verify(issued(claims(grant, null))).map(VerifiedAccess::caller))
                        .contains(grant.caller()));
    }

    @Test
    default void a_token_opens_nothing_once_it_has_expired_on_every_clock() {
        AccessToken token = issued(claims(aGrant(), new SessionId(Ids.next())));
        Instant end = START.plus(POLICY.access()).plus(POLICY.skew());

        clock().moveTo(end.minus(A_MOMENT));
        assertThat(verify(token)).isPresent();

        clock().moveTo(end);
        assertThat(verify(token)).isEmpty();
    }

    @Test
    default void a_token_that_was_cut_off_opens_nothing_from_that_moment_on() {
        SessionId session = new SessionId(Ids.next());
        Grant grant = aGrant();
        AccessToken ofSession = issued(claims(grant, session));
        AccessToken ofAnother = issued(claims(grant, new SessionId(Ids.next())));
        assertThat(verify(ofSession)).isPresent();
        assertThat(verify(ofAnother)).isPresent();

        givenCutOff(new CutOff(new CutOff.Target.OfSession(session), START.plus(POLICY.acceptedFor())));
        assertThat(verify(ofSession)).isEmpty();
        assertThat(verify(ofAnother)).isPresent();

        givenCutOff(CutOff.ofUser(grant.user(), EDITION, START, POLICY));
        assertThat(verify(ofAnother)).isPresent();
        givenCutOff(CutOff.ofUser(grant.user(), EDITION.next(), START, POLICY));
        assertThat(verify(ofAnother)).isEmpty();
        assertThat(verify(issued(claims(aGrant(), session)))).isEmpty();
        assertThat(verify(issued(claims(aGrant(), new SessionId(Ids.next()))))).isPresent();
    }

    @Test
    default void tokens_of_a_key_that_was_cut_off_open_nothing() {
        AccessToken token = issued(claims(aGrant(), null));
        VerifiedAccess access = verify(token).orElseThrow();

        givenCutOff(CutOff.ofKey(access.token().key(), START));

        assertThat(verify(token)).isEmpty();
    }

    @Test
    default void what_is_no_token_opens_nothing() {
        assertThat(List.of("", ".", "..", "...", "a.b.c", "nonsense", " ", "\u0000", "토큰", "x".repeat(100_000)))
                .allSatisfy(nonsense ->
                        assertThat(result(() -> tokens().verify(nonsense))).isEmpty());
    }

    @Test
    default void a_changed_token_opens_nothing() {
        String token = issued(claims(aGrant(), null)).text();

        assertThat(result(() -> tokens().verify(token.substring(0, token.length() - 8))))
                .isEmpty();
        assertThat(result(() -> tokens().verify(token + "AAAA"))).isEmpty();
        assertThat(result(() -> tokens().verify(" " + token))).isEmpty();
    }

    private Optional<VerifiedAccess> verify(AccessToken token) {
        return result(() -> tokens().verify(token.text()));
    }

    private static UserId aUser() {
        return new UserId(Ids.next());
    }

    private static Grant aGrant() {
        return new Grant(aUser(), new Profile.Division(), Set.of(Role.OPERATOR));
    }

    private static AccessClaims claims(Grant grant, @Nullable SessionId session) {
        return AccessClaims.of(Ids.next(), new Versioned<>(grant, EDITION), session, START, POLICY);
    }
}
