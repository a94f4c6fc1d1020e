package io.motorpool.adapters.persistence.identity;

import static io.motorpool.adapters.persistence.identity.IdentityOnPostgres.port;
import static io.motorpool.application.identity.IdentityFixtures.NOON;
import static io.motorpool.application.identity.IdentityFixtures.aKey;
import static io.motorpool.application.identity.IdentityFixtures.aSecret;
import static io.motorpool.application.identity.IdentityFixtures.aService;
import static io.motorpool.application.identity.IdentityFixtures.aSession;
import static io.motorpool.application.identity.IdentityFixtures.rotated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.KeyRings;
import io.motorpool.application.identity.OneTimeLinks;
import io.motorpool.application.identity.ServiceAccounts;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.identity.UsedAssertions;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeyRingId;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.SigningKey;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses of identity, whatever the application believes: in SQL, past every rule of ours. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class IdentityRulesTest implements PostgresContract {

    private static final String UNIQUE = "23505";
    private static final String NOT_THERE = "23503";
    private static final String IMPOSSIBLE = "23514";
    private static final String NOT_ALLOWED = "42501";

    private final Map<String, UUID> names = new HashMap<>();

    /** A user with a session that issued two tokens, one that is over and a link; another user; a ring; a service. */
    @BeforeEach
    void everythingIsThere() {
        UserId user = new GivenUsers(this).active().id();
        Live session = aSession(user);
        Live over = aSession(user);
        KeyRingId ring = new KeyRingId(Ids.next());
        ServiceAccount service = aService();
        names.put(":user", user.value());
        names.put(":other", new GivenUsers(this).active().id().value());
        names.put(":session", session.id().value());
        names.put(":over", over.id().value());
        names.put(":ring", ring.value());
        names.put(":service", service.id().value());
        Sessions sessions = port(Sessions.class);
        inTransaction(() -> sessions.add(session, aSecret().digest())
                .chain(() -> sessions.rotate(rotated(session, NOON), aSecret().digest()))
                .chain(() -> sessions.add(over, aSecret().digest()))
                .chain(() -> sessions.save(over.end(EndReason.SIGNED_OUT, NOON).session())));
        inTransaction(() -> port(OneTimeLinks.class)
                .put(OneTimeLink.to(user, OneTimeLink.Purpose.PASSWORD_RESET, aSecret(), NOON)));
        inTransaction(() ->
                port(KeyRings.class).save(new KeyRing(ring, List.of(new SigningKey.Active(aKey(), NOON)), 1, false)));
        Version _ = inTransaction(() -> port(ServiceAccounts.class).add(service));
        boolean _ = inTransaction(() -> port(UsedAssertions.class).use(service.id(), "jti", NOON));
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                arguments("two tokens of one generation", UNIQUE, """
                        INSERT INTO refresh_token VALUES (:session, 2, repeat('x', 43))"""),
                arguments("one digest in two families", UNIQUE, """
                        INSERT INTO refresh_token SELECT :over, 2, digest FROM refresh_token
                         WHERE session_id = :session AND generation = 1"""),
                arguments("a generation of which no token was issued", NOT_THERE, """
                        UPDATE session SET generation = 3 WHERE id = :session"""),
                arguments("a step over a generation", IMPOSSIBLE, """
                        UPDATE session SET generation = 4 WHERE id = :session"""),
                arguments("a step back to a replaced token", IMPOSSIBLE, """
                        UPDATE session SET generation = 1, rotated_at = NULL, successor = NULL WHERE id = :session"""),
                arguments("a session that begins again", IMPOSSIBLE, """
                        UPDATE session SET ended_at = NULL, end_reason = NULL WHERE id = :over"""),
                arguments("a session that is over and keeps a sealed successor", IMPOSSIBLE, """
                        UPDATE session SET ended_at = now(), end_reason = 'SIGNED_OUT' WHERE id = :session"""),
                arguments("a session of nobody", NOT_THERE, """
                        INSERT INTO session SELECT gen_random_uuid(), gen_random_uuid(), device, started_at, profile,
                               company_id, last_used_at, generation FROM session WHERE id = :over"""),
                arguments("a session without a token", NOT_THERE, """
                        INSERT INTO session SELECT gen_random_uuid(), user_id, device, started_at, profile, company_id,
                               last_used_at, generation FROM session WHERE id = :over"""),
                arguments("a refresh token in place of its digest", IMPOSSIBLE, """
                        INSERT INTO refresh_token VALUES (:session, 3, repeat('x', 22) || '.' || repeat('x', 43))"""),
                arguments("two users with one address", UNIQUE, """
                        INSERT INTO user_account SELECT gen_random_uuid(), 0, email, name, roles, status, password_hash
                          FROM user_account WHERE id = :user"""),
                arguments("an address in another case", IMPOSSIBLE, """
                        INSERT INTO user_account SELECT gen_random_uuid(), 0, upper(email), name, roles, status, password_hash
                          FROM user_account WHERE id = :user"""),
                arguments("a password that is not hashed", IMPOSSIBLE, """
                        UPDATE user_account SET password_hash = 'correct horse battery staple' WHERE id = :user"""),
                arguments("somebody active without a password", IMPOSSIBLE, """
                        UPDATE user_account SET password_hash = NULL WHERE id = :user"""),
                arguments("a company's role for the division", IMPOSSIBLE, """
                        UPDATE user_account SET roles = '{COMPANY_ADMIN}' WHERE id = :user"""),
                arguments("a second link of one user", UNIQUE, """
                        INSERT INTO one_time_link VALUES (:user, repeat('x', 43), 'INVITATION', now())"""),
                arguments("one link for two users", UNIQUE, """
                        INSERT INTO one_time_link SELECT :other, digest, purpose, until FROM one_time_link
                         WHERE user_id = :user"""),
                arguments("two keys that sign", UNIQUE, """
                        INSERT INTO signing_key SELECT translate(id, 'abcdef', 'bcdefa'), ring_id, 2, modulus, exponent,
                               'ACTIVE', now() FROM signing_key WHERE ring_id = :ring"""),
                arguments("one key in two places", UNIQUE, """
                        INSERT INTO signing_key SELECT id, ring_id, 2, modulus, exponent, 'RETIRED', now()
                          FROM signing_key WHERE ring_id = :ring"""),
                arguments("an assertion that counts twice", UNIQUE, """
                        INSERT INTO used_assertion VALUES (:service, 'jti', now())"""),
                arguments("a service with three keys", IMPOSSIBLE, """
                        UPDATE service_account SET public_keys = public_keys || public_keys || public_keys
                         WHERE id = :service"""),
                arguments("a company's service that acts for the division", IMPOSSIBLE, """
                        UPDATE service_account SET role = 'COMPANY_ADMIN' WHERE id = :service"""),
                arguments("an entry that cuts off two at once", IMPOSSIBLE, """
                        INSERT INTO cut_off (session_id, key_id, until) VALUES (:session, 'key', now())"""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void the_database_refuses(String what, String state, String statement) {
        assertThatThrownBy(() -> Login.ofApplication().run(statement, names))
                .as(what)
                .isInstanceOfSatisfying(SQLException.class, refused -> assertState(refused, state));
    }

    /** What belongs to whom, an address, a token's digest: some things never change, and nobody needs to change them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE user_account SET email = 'other@hanbit.example' WHERE id = :user",
                "DELETE FROM user_account WHERE id = :other",
                "UPDATE session SET user_id = :other WHERE id = :session",
                "UPDATE session SET started_at = now() WHERE id = :session",
                "UPDATE refresh_token SET digest = repeat('x', 43) WHERE session_id = :session",
                "UPDATE refresh_token SET session_id = :over WHERE session_id = :session AND generation = 1",
                "DELETE FROM refresh_token WHERE session_id = :session AND generation = 1",
                "DELETE FROM service_account WHERE id = :service",
                "UPDATE used_assertion SET assertion = 'another' WHERE service_id = :service",
                "UPDATE key_ring SET id = gen_random_uuid() WHERE id = :ring",
                "DELETE FROM key_ring WHERE id = :ring",
                "UPDATE signing_key SET modulus = '' WHERE ring_id = :ring",
                "UPDATE cut_off SET user_id = :other",
                "INSERT INTO cut_off (session_id, until, added_at) VALUES (:session, now(), '2001-01-01')",
                "UPDATE sign_in_guard SET login = repeat('x', 43)",
                "UPDATE known_device SET login = repeat('x', 43)",
                "UPDATE rate_bucket SET owner = 'other'",
                "TRUNCATE session CASCADE",
                "TRUNCATE cut_off",
                "ALTER TABLE session DISABLE TRIGGER session_goes_forward",
                "ALTER TABLE refresh_token DROP CONSTRAINT refresh_token_pkey CASCADE",
                "CREATE OR REPLACE FUNCTION refuse_step() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'"
            })
    void the_application_has_no_right_to(String statement) {
        assertThatThrownBy(() -> Login.ofApplication().run(statement, names))
                .isInstanceOfSatisfying(SQLException.class, refused -> assertState(refused, NOT_ALLOWED));
    }

    private static void assertState(SQLException refused, String state) {
        assertThat(refused.getSQLState()).as(refused.getMessage()).isEqualTo(state);
    }
}
