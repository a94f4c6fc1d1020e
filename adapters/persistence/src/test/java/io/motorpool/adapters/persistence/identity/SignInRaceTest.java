package io.motorpool.adapters.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Deadlocks;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.ChangePassword;
import io.motorpool.application.identity.IdentityFixtures;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.IdentityRefusal.SignInRefused;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A password that is changed ends what the old one began, also what it is just about to begin. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class SignInRaceTest implements PostgresContract {

    private static final int ROUNDS = 20;
    private static final int CLIENTS = 7;
    private static final Password CHOSEN = new Password("느티나무 아래 우체통 하나 77");

    @Test
    void a_password_that_is_changed_between_the_comparison_and_the_entrance_lets_nobody_in() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        IdentityOnPostgres identity = new IdentityOnPostgres(
                this, IdentityOnPostgres.port(Sessions.class), hasher -> new Slow(hasher, meanwhile));
        User.Active user = identity.givenUser();
        meanwhile.set(() -> assertThat(changePassword(identity, user)).isTrue());

        Decision<?, Refusal> answer =
                identity.answer(() -> identity.signIn.signIn(identity.attempt(user, IdentityOnPostgres.RIGHT, null)));

        assertThat(answer).isEqualTo(Decision.refuse(new SignInRefused()));
        assertThat(sessionsThatGoOn(user)).isZero();
    }

    @Test
    void whoever_signs_in_with_the_old_password_while_it_is_changed_has_no_session_afterwards() {
        IdentityOnPostgres identity = new IdentityOnPostgres(this);
        Deadlocks deadlocks = Deadlocks.soFar(this);
        for (int round = 0; round < ROUNDS; round++) {
            User.Active user = identity.givenUser();
            List<Callable<Boolean>> race = new ArrayList<>();
            race.add(() -> changePassword(identity, user));
            for (int client = 0; client < CLIENTS; client++) {
                race.add(() -> identity.answer(
                                () -> identity.signIn.signIn(identity.attempt(user, IdentityOnPostgres.RIGHT, null)))
                        instanceof Decision.Accepted);
            }

            List<Boolean> _ = AtOnce.each(race);

            assertThat(sessionsThatGoOn(user)).isZero();
        }
        deadlocks.assertThatNoneWasAdded();
    }

    /** Compares, and then something else happens before anybody hears of it. */
    private record Slow(PasswordHasher hasher, AtomicReference<Runnable> meanwhile) implements PasswordHasher {

        @Override
        public Uni<PasswordHash> hash(Password password) {
            return hasher.hash(password);
        }

        @Override
        public Uni<Match> check(Password shown, PasswordHash kept) {
            return hasher.check(shown, kept)
                    .call(() -> PostgresContract.onOwnContext(CompletableFuture.runAsync(meanwhile.get())));
        }

        @Override
        public Uni<Match> checkNobody(Password shown) {
            return hasher.checkNobody(shown);
        }
    }

    private static boolean changePassword(IdentityOnPostgres identity, User.Active user) {
        Caller caller = new Caller(user.id(), new Profile.Personal(), Set.of());
        return identity.answer(() -> identity.changePassword.change(new ChangePassword.Change(
                        caller, null, IdentityOnPostgres.RIGHT, CHOSEN, IdentityFixtures.OFFICE)))
                instanceof Decision.Accepted;
    }

    private long sessionsThatGoOn(User user) {
        return (Long) inTransaction(() -> Sql.rows(
                        "SELECT count(*) FROM session WHERE user_id = :user AND ended_at IS NULL",
                        Map.of("user", user.id().value())))
                .getFirst()[0];
    }
}
