package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.LegacyTokens.LegacyAccess;
import io.motorpool.application.identity.LegacyTokens.Request;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.IdentityRefusal.LegacyRefused;
import io.motorpool.domain.identity.IdentityRefusal.ProfileNotYours;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.LegacySunset;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LegacyTokensServiceTest {

    private static final Instant SUNSET = IdentityFixtures.NOON.plus(Duration.ofDays(30));

    private final AnIdentity identity = new AnIdentity();
    private final InMemoryFirstServerTokens firstServer = new InMemoryFirstServerTokens();
    private final InMemorySecondServerSessions secondServer = new InMemorySecondServerSessions();
    private final LegacyTokens legacy =
            accepting(Map.of(LegacyScheme.FIRST_SERVER_JWT, SUNSET, LegacyScheme.SECOND_SERVER_SESSION, SUNSET));
    private final User.Active user = identity.givenUser(Role.SUPPORT_AGENT);

    @Test
    void a_token_of_either_server_is_taken_for_its_holder_with_the_roles_that_we_know() {
        Caller caller = new Caller(user.id(), new Profile.Division(), Set.of(Role.SUPPORT_AGENT));

        assertThat(accepted(legacy.accept(first())))
                .isEqualTo(new LegacyAccess(caller, LegacyScheme.FIRST_SERVER_JWT, SUNSET));
        assertThat(accepted(legacy.accept(second())))
                .isEqualTo(new LegacyAccess(caller, LegacyScheme.SECOND_SERVER_SESSION, SUNSET));
    }

    @Test
    void from_the_sunset_on_a_scheme_is_off_and_one_without_a_date_never_was_on() {
        LegacyTokens off = accepting(Map.of());
        assertThat(refused(off.accept(first()))).isEqualTo(new LegacyRefused());

        Request request = first();
        identity.clock.moveTo(SUNSET.minusMillis(1));
        assertThat(accepted(legacy.accept(request)).sunset()).isEqualTo(SUNSET);
        identity.clock.moveTo(SUNSET);
        assertThat(refused(legacy.accept(request))).isEqualTo(new LegacyRefused());
    }

    @Test
    void what_is_not_genuine_or_not_ours_any_more_is_refused() {
        Request ofNobody = new Request(
                LegacyScheme.FIRST_SERVER_JWT,
                firstServer.give(IdentityFixtures.anAddress(), SUNSET.plusSeconds(1)),
                null,
                IdentityFixtures.OFFICE);
        assertThat(refused(legacy.accept(ofNobody))).isEqualTo(new LegacyRefused());
        assertThat(refused(legacy.accept(
                        new Request(LegacyScheme.SECOND_SERVER_SESSION, "nonsense", null, IdentityFixtures.OFFICE))))
                .isEqualTo(new LegacyRefused());

        identity.becomes(new User.Disabled(user.person(), user.password()));
        assertThat(refused(legacy.accept(first()))).isEqualTo(new LegacyRefused());
    }

    @Test
    void a_holder_acts_only_as_what_they_are() {
        Request request = new Request(
                LegacyScheme.FIRST_SERVER_JWT,
                first().token(),
                new Profile.Business(new CompanyId(Ids.next())),
                IdentityFixtures.OFFICE);

        assertThat(refused(legacy.accept(request))).isEqualTo(new ProfileNotYours());
    }

    @Test
    void the_second_server_is_not_asked_more_often_from_one_network_than_the_limit_says() {
        Request guess = new Request(LegacyScheme.SECOND_SERVER_SESSION, "guess", null, IdentityFixtures.OFFICE);
        int burst = 300;
        for (int i = 0; i < burst; i++) {
            assertThat(refused(legacy.accept(guess))).isEqualTo(new LegacyRefused());
        }

        assertThat(refused(legacy.accept(guess))).isInstanceOf(TooManyRequests.class);
        assertThat(refused(legacy.accept(second()))).isInstanceOf(TooManyRequests.class);
        assertThat(secondServer.asked()).isEqualTo(burst);
        assertThat(accepted(legacy.accept(first())).scheme()).isEqualTo(LegacyScheme.FIRST_SERVER_JWT);

        identity.clock.move(Duration.ofMillis(100));
        assertThat(accepted(legacy.accept(second())).scheme()).isEqualTo(LegacyScheme.SECOND_SERVER_SESSION);
    }

    @Test
    void a_scheme_that_is_off_asks_nobody_and_counts_nothing() {
        Request guess = new Request(LegacyScheme.SECOND_SERVER_SESSION, "guess", null, IdentityFixtures.OFFICE);

        assertThat(refused(accepting(Map.of()).accept(guess))).isEqualTo(new LegacyRefused());

        assertThat(secondServer.asked()).isZero();
        RateBuckets.Bucket bucket =
                new RateBuckets.Bucket(RateBuckets.Kind.LEGACY_SESSION, IdentityFixtures.OFFICE.prefix());
        assertThat(identity.done(() -> identity.stores.buckets.lock(bucket)).paidUntil())
                .isEmpty();
    }

    @Test
    void a_server_that_does_not_answer_is_no_refusal() {
        Request request = second();
        secondServer.outOfReach(true);

        assertThatThrownBy(() -> accepted(legacy.accept(request))).isInstanceOf(OutOfReachException.class);
    }

    @Test
    void a_request_does_not_show_its_token() {
        assertThat(first()).asString().doesNotContain(first().token());
    }

    private LegacyTokens accepting(Map<LegacyScheme, Instant> dates) {
        return new LegacyTokensService(
                identity.stores.unitOfWork,
                identity.throttle,
                new LegacySunset(dates),
                firstServer,
                secondServer,
                identity.stores.users,
                identity.grants,
                identity.clock);
    }

    private Request first() {
        return new Request(
                LegacyScheme.FIRST_SERVER_JWT,
                firstServer.give(user.person().email(), SUNSET.plusSeconds(1)),
                null,
                IdentityFixtures.OFFICE);
    }

    private Request second() {
        return new Request(
                LegacyScheme.SECOND_SERVER_SESSION,
                secondServer.begin(user.person().email()),
                null,
                IdentityFixtures.OFFICE);
    }
}
