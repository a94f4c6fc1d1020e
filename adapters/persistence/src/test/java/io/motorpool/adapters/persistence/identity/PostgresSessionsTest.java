package io.motorpool.adapters.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.IdentityFixtures;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.identity.SessionsContract;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresSessionsTest implements SessionsContract, PostgresContract {

    /** In the contracts' past, so that what other tests ended is younger. */
    private static final Instant LONGER_AGO = LONG_AGO.minus(LONG);

    @Inject
    Sessions sessions;

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public UserId givenUser() {
        return new GivenUsers(this).active().id();
    }

    @Test
    void a_batch_of_busy_sessions_is_cut_short_because_their_tokens_go_with_them() {
        for (int generation : List.of(15_000, 15_000, 1)) {
            Session.Live session = ofGeneration(generation);
            inTransaction(() -> sessions.add(session, IdentityFixtures.aSecret().digest())
                    .chain(() -> sessions.save(
                            session.end(EndReason.SIGNED_OUT, LONGER_AGO).session())));
        }

        assertThat(forgotten()).isEqualTo(2);
        assertThat(forgotten()).isEqualTo(1);
        assertThat(forgotten()).isZero();
    }

    @Test
    void who_rotates_from_an_older_generation_changes_nothing() {
        Session.Live session = IdentityFixtures.aSession(givenUser());
        Session.Live rotated = IdentityFixtures.rotated(session, IdentityFixtures.NOON);
        SecretDigest late = IdentityFixtures.aSecret().digest();
        inTransaction(() -> sessions.add(session, IdentityFixtures.aSecret().digest())
                .chain(() -> sessions.rotate(rotated, IdentityFixtures.aSecret().digest())));

        assertThatThrownBy(() -> inTransaction(() -> sessions.rotate(rotated, late)))
                .isInstanceOf(ContendedException.class);
        assertThatThrownBy(() -> inTransaction(() -> sessions.save(
                        session.end(EndReason.SIGNED_OUT, IdentityFixtures.NOON).session())))
                .isInstanceOf(ContendedException.class);

        assertThat(inTransaction(() -> sessions.find(session.id()))).contains(rotated);
        assertThat(inTransaction(() -> sessions.generationOf(session.id(), late)))
                .isEmpty();
    }

    private Session.Live ofGeneration(int generation) {
        Session.Live first = IdentityFixtures.aSession(givenUser(), LONGER_AGO);
        return new Session.Live(
                first.opening(),
                first.profile(),
                first.lastUsedAt(),
                generation,
                generation == Session.FIRST_GENERATION
                        ? null
                        : new Session.Rotation(LONGER_AGO, new SealedSecret("sealed")));
    }

    private int forgotten() {
        return inTransaction(() -> sessions.forgetEndedBefore(LONGER_AGO.plus(IdentityFixtures.A_MOMENT), 100));
    }
}
