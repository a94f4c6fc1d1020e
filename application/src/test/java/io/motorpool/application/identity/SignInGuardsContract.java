package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.SignInGuard.Attempt;
import io.motorpool.domain.identity.SignInGuard.Origin;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every memory of attempts promises. */
public interface SignInGuardsContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    SignInGuards guards();

    @Test
    default void a_login_that_nobody_tried_has_no_attempts() {
        LoginDigest login = aLogin();

        assertThat(lock(login)).isEqualTo(SignInGuard.of(login));
    }

    @Test
    default void attempts_are_remembered_from_wherever_they_came() {
        SignInGuard guard = new SignInGuard(
                aLogin(),
                List.of(
                        new Attempt(new Origin.Unfamiliar(IdentityFixtures.OFFICE), IdentityFixtures.NOON),
                        new Attempt(
                                new Origin.Unfamiliar(SourceNetwork.of("2001:db8:1:2::17")),
                                IdentityFixtures.NOON.plusSeconds(1)),
                        new Attempt(
                                new Origin.Familiar(IdentityFixtures.aSecret().digest()),
                                IdentityFixtures.NOON.plusSeconds(2))));

        inTransaction(() -> guards().save(guard));

        assertThat(lock(guard.login())).isEqualTo(guard);
    }

    @Test
    default void what_is_saved_takes_the_place_of_what_was_known() {
        LoginDigest login = aLogin();
        Origin office = new Origin.Unfamiliar(IdentityFixtures.OFFICE);
        inTransaction(() -> guards().save(new SignInGuard(login, List.of(new Attempt(office, IdentityFixtures.NOON)))));

        inTransaction(() -> guards().save(SignInGuard.of(login)));

        assertThat(lock(login)).isEqualTo(SignInGuard.of(login));
    }

    @Test
    default void of_many_attempts_at_once_no_more_are_let_through_than_one_after_the_other() {
        LoginDigest login = aLogin();
        Origin office = new Origin.Unfamiliar(IdentityFixtures.OFFICE);

        var answers = AtOnce.times(
                SignInGuard.PER_ORIGIN + 3,
                () -> inTransaction(() -> guards().lock(login)
                        .map(guard -> guard.admit(office, IdentityFixtures.NOON))
                        .call(answer -> answer.fold(
                                admitted -> guards().save(admitted),
                                _ -> Uni.createFrom().voidItem()))));

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(SignInGuard.PER_ORIGIN);
    }

    @Test
    default void logins_that_nobody_tried_for_long_are_forgotten_a_few_at_a_time() {
        int _ = inTransaction(() -> guards().forgetUntriedSince(LONG_AGO.plusSeconds(10), 1_000));
        Origin office = new Origin.Unfamiliar(IdentityFixtures.OFFICE);
        for (int i = 0; i < 3; i++) {
            SignInGuard guard = new SignInGuard(
                    aLogin(), List.of(new Attempt(office, LONG_AGO), new Attempt(office, LONG_AGO.plusSeconds(1))));
            inTransaction(() -> guards().save(guard));
        }

        assertThat(inTransaction(() -> guards().forgetUntriedSince(LONG_AGO.plusSeconds(1), 10)))
                .isZero();
        assertThat(inTransaction(() -> guards().forgetUntriedSince(LONG_AGO.plusSeconds(2), 2)))
                .isEqualTo(2);
        assertThat(inTransaction(() -> guards().forgetUntriedSince(LONG_AGO.plusSeconds(2), 2)))
                .isEqualTo(1);
    }

    private static LoginDigest aLogin() {
        return LoginDigest.of(IdentityFixtures.anAddress());
    }

    private SignInGuard lock(LoginDigest login) {
        return inTransaction(() -> guards().lock(login));
    }
}
