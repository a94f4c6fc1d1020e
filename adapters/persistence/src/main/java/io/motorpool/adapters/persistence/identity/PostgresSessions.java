package io.motorpool.adapters.persistence.identity;

import static io.motorpool.adapters.persistence.identity.SessionMapper.COLUMNS;

import io.motorpool.adapters.persistence.RowLock;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.Rotation;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Sessions and the digests of their refresh tokens. A session and its youngest token are written by one statement, and
 * only from the generation before: whoever comes without the lock changes nothing.
 */
@ApplicationScoped
public class PostgresSessions implements Sessions {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** A busy session has issued thousands of tokens, which go with it: a batch of sessions is cut short after so many. */
    private static final long TOKENS_FORGOTTEN_AT_ONCE = 20_000;

    @Override
    public Uni<Optional<Session>> find(SessionId id) {
        return byId(id, "");
    }

    @Override
    public Uni<Optional<Session>> lock(SessionId id) {
        return byId(id, RowLock.CHANGE.clause());
    }

    private static Uni<Optional<Session>> byId(SessionId id, String lock) {
        return Sql.read(
                        "SELECT " + COLUMNS + " FROM session WHERE id = :id " + lock,
                        Map.of("id", id.value()),
                        SessionMapper::session)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Session.Live>> lockLive(UserId user) {
        return Sql.read(
                "SELECT " + COLUMNS
                        + " FROM session WHERE user_id = :user AND ended_at IS NULL ORDER BY id FOR NO KEY UPDATE",
                Map.of("user", user.value()),
                SessionMapper::live);
    }

    @Override
    public Uni<List<Session.Live>> lockLapsed(Instant now, TokenPolicy policy, int atMost) {
        return Sql.read(
                "SELECT " + COLUMNS + " FROM session WHERE ended_at IS NULL"
                        + " AND (last_used_at <= :idleSince OR started_at <= :agedSince)"
                        + " LIMIT :most FOR NO KEY UPDATE SKIP LOCKED",
                Map.of(
                        "idleSince", now.minus(policy.idle()),
                        "agedSince", now.minus(policy.absolute()),
                        "most", atMost),
                SessionMapper::live);
    }

    @Override
    public Uni<Void> add(Session.Live session, SecretDigest first) {
        Map<String, Object> columns = parameters(session);
        Optional<Rotation> rotation = Optional.ofNullable(session.lastRotation());
        columns.put("user", session.user().value());
        columns.put("device", session.opening().device().value());
        columns.put("startedAt", session.opening().at());
        columns.put("rotatedAt", rotation.map(last -> last.at().toString()).orElse(""));
        columns.put("successor", rotation.map(last -> last.successor().text()).orElse(""));
        columns.put("digest", first.text());
        return changeOne("""
                WITH added AS (
                    INSERT INTO session (id, user_id, device, started_at, profile, company_id, last_used_at, generation,
                                         rotated_at, successor)
                    VALUES (:id, :user, :device, :startedAt, :profile, CAST(NULLIF(:company, '') AS uuid), :lastUsedAt,
                            :generation, CAST(NULLIF(:rotatedAt, '') AS timestamptz), NULLIF(:successor, ''))
                    RETURNING id, generation)
                INSERT INTO refresh_token (session_id, generation, digest)
                SELECT id, generation, :digest FROM added""", columns);
    }

    @Override
    public Uni<Void> rotate(Session.Live rotated, SecretDigest youngest) {
        Rotation rotation = Optional.ofNullable(rotated.lastRotation()).orElseThrow();
        Map<String, Object> columns = parameters(rotated);
        columns.put("rotatedAt", rotation.at());
        columns.put("successor", rotation.successor().text());
        columns.put("digest", youngest.text());
        return changeOne("""
                WITH rotated AS (
                    UPDATE session
                       SET profile = :profile, company_id = CAST(NULLIF(:company, '') AS uuid),
                           last_used_at = :lastUsedAt, generation = :generation, rotated_at = :rotatedAt,
                           successor = :successor
                     WHERE id = :id AND generation = :generation - 1 AND ended_at IS NULL
                    RETURNING id, generation)
                INSERT INTO refresh_token (session_id, generation, digest)
                SELECT id, generation, :digest FROM rotated""", columns);
    }

    @Override
    public Uni<Void> save(Session changed) {
        return switch (changed) {
            case Session.Live live -> save(live);
            case Session.Ended ended -> save(ended);
        };
    }

    private static Uni<Void> save(Session.Live live) {
        return changeOne("""
                UPDATE session
                   SET profile = :profile, company_id = CAST(NULLIF(:company, '') AS uuid), last_used_at = :lastUsedAt
                 WHERE id = :id AND generation = :generation AND ended_at IS NULL""", parameters(live));
    }

    private static Uni<Void> save(Session.Ended ended) {
        Map<String, Object> columns =
                SessionMapper.parameters(ended.id(), ended.profile(), ended.lastUsedAt(), ended.generation());
        columns.put("endedAt", ended.at());
        columns.put("reason", ended.reason().name());
        return changeOne("""
                UPDATE session
                   SET profile = :profile, company_id = CAST(NULLIF(:company, '') AS uuid), last_used_at = :lastUsedAt,
                       rotated_at = NULL, successor = NULL, ended_at = :endedAt, end_reason = :reason
                 WHERE id = :id AND generation = :generation AND ended_at IS NULL""", columns);
    }

    private static Map<String, Object> parameters(Session.Live session) {
        return SessionMapper.parameters(session.id(), session.profile(), session.lastUsedAt(), session.generation());
    }

    private static Uni<Void> changeOne(String sql, Map<String, ?> parameters) {
        return Sql.changeAhead(sql, parameters, changed -> {
            if (changed != 1) {
                throw new ContendedException("the session was changed meanwhile");
            }
        });
    }

    @Override
    public Uni<OptionalInt> generationOf(SessionId id, SecretDigest secret) {
        return Sql.read(
                        "SELECT generation FROM refresh_token WHERE digest = :digest AND session_id = :session",
                        Map.of("session", id.value(), "digest", secret.text()),
                        columns -> columns.number())
                .map(found -> found.stream().mapToInt(Integer::intValue).findFirst());
    }

    @Override
    public Uni<Page<Session.Live>> live(UserId user, Page.Request page) {
        return Sql.read(
                        "SELECT " + COLUMNS + " FROM session WHERE user_id = :user AND ended_at IS NULL AND id > :after"
                                + " ORDER BY id LIMIT :most",
                        Map.of(
                                "user", user.value(),
                                "after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL),
                                "most", page.limit() + 1),
                        SessionMapper::live)
                .map(sessions -> Page.of(
                        sessions,
                        page,
                        session -> new Page.Cursor(null, session.id().value())));
    }

    @Override
    public Uni<Integer> forgetEndedBefore(Instant before, int atMost) {
        return Sql.change("""
                WITH old AS MATERIALIZED (
                         SELECT id, ended_at, generation FROM session WHERE ended_at < :before
                          ORDER BY ended_at, id LIMIT :most FOR UPDATE SKIP LOCKED),
                     counted AS (
                         SELECT id, sum(generation) OVER (ORDER BY ended_at, id) - generation AS tokens_before FROM old)
                DELETE FROM session WHERE id IN (SELECT id FROM counted WHERE tokens_before < :tokens)""", Map.of("before", before, "most", atMost, "tokens", TOKENS_FORGOTTEN_AT_ONCE));
    }
}
