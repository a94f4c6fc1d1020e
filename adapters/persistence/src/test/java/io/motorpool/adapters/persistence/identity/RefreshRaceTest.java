package io.motorpool.adapters.persistence.identity;

import static io.motorpool.adapters.persistence.identity.IdentityOnPostgres.showing;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Deadlocks;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.Tokens;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal.SessionOver;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One token, one successor, whoever shows it at whatever moment (P6). */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RefreshRaceTest implements PostgresContract {

    private static final int ROUNDS = 5;
    private static final int CLIENTS = 100;
    private static final int FEWER = 16;

    @Test
    void of_a_hundred_who_show_one_token_one_rotates_and_all_get_the_same_successor() {
        Deadlocks deadlocks = Deadlocks.soFar(this);

        race(new IdentityOnPostgres(this), CLIENTS);

        deadlocks.assertThatNoneWasAdded();
    }

    /** What the lock saves is work, not the family: whoever comes second finds that the token has a successor. */
    @Test
    void even_without_the_lock_no_family_forks() {
        PostgresSessions careless = new PostgresSessions() {
            @Override
            public Uni<Optional<Session>> lock(SessionId id) {
                return find(id);
            }
        };

        race(new IdentityOnPostgres(this, careless), FEWER);
    }

    private void race(IdentityOnPostgres identity, int clients) {
        Tokens tokens = identity.signedIn(identity.givenUser()).tokens();
        for (int round = 1; round <= ROUNDS; round++) {
            String shown = tokens.refresh().written();

            List<Tokens> answers =
                    AtOnce.times(clients, () -> identity.done(() -> identity.refresh.refresh(showing(shown))));

            assertThat(answers.stream().map(Tokens::refresh).distinct()).hasSize(1);
            tokens = answers.getFirst();
            assertThat(tokens.refresh().written()).isNotEqualTo(shown);
            assertThat(issued(tokens.session())).isEqualTo(Session.FIRST_GENERATION + round);
        }
    }

    @Test
    void a_token_that_many_show_again_after_the_grace_ends_its_family_once_and_no_other() {
        IdentityOnPostgres identity = new IdentityOnPostgres(this);
        User.Active user = identity.givenUser();
        Tokens stolen = identity.signedIn(user).tokens();
        Tokens other = identity.signedIn(user).tokens();
        Tokens _ = identity.done(
                () -> identity.refresh.refresh(showing(stolen.refresh().written())));
        identity.clock.move(TokenPolicy.PUBLISHED.grace());

        List<Decision<Tokens, Refusal>> answers = AtOnce.times(
                FEWER,
                () -> identity.answer(
                        () -> identity.refresh.refresh(showing(stolen.refresh().written()))));

        assertThat(answers).containsOnly(new Refused<>(new SessionOver()));
        assertThat(counted(
                        "SELECT count(*) FROM security_entry WHERE event = 'REFRESH_TOKEN_REUSED' AND session_id = :session",
                        stolen.session()))
                .isEqualTo(1);
        assertThat(counted("SELECT count(*) FROM cut_off WHERE session_id = :session", stolen.session()))
                .isEqualTo(1);
        assertThat(identity.done(() ->
                                identity.refresh.refresh(showing(other.refresh().written())))
                        .session())
                .isEqualTo(other.session());
    }

    private long issued(SessionId session) {
        return counted("SELECT count(*) FROM refresh_token WHERE session_id = :session", session);
    }

    private long counted(String sql, SessionId session) {
        return (Long) inTransaction(() -> Sql.rows(sql, Map.of("session", session.value())))
                .getFirst()[0];
    }
}
