package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.IdempotencyKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/**
 * Who answers a request is decided by an advisory lock that ends with the transaction; so a second request learns at once
 * that it is second, instead of waiting for the first.
 */
@ApplicationScoped
public class PostgresIdempotencyKeys implements IdempotencyKeys {

    @Override
    public Uni<Standing> claim(Request request, Instant now) {
        return Sql.rows(
                        """
                        SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0)), k.fingerprint, k.status,
                               CAST(k.headers AS text), k.body
                        FROM (SELECT 1) AS one LEFT JOIN idempotency_key AS k
                          ON k.caller_id = :caller AND k.operation = :operation AND k.key = :key
                         AND k.answered_at > CAST(CAST(:oldest AS text) AS timestamptz)""",
                        Map.of(
                                "name", request.caller() + " " + request.operation() + " " + request.key(),
                                "caller", request.caller().value(),
                                "operation", request.operation(),
                                "key", request.key(),
                                "oldest", now.minus(KEPT).toString()))
                .map(rows -> standing(request, rows.getFirst()));
    }

    private static Standing standing(Request request, Object[] row) {
        if (row[1] != null) {
            return request.fingerprint().equals(row[1])
                    ? new Standing.Answered(new Answer((Integer) row[2], Json.read((String) row[3]), (String) row[4]))
                    : new Standing.Reused();
        }
        return (Boolean) row[0] ? new Standing.Fresh() : new Standing.InFlight();
    }

    /** An answer that is there already came from a transaction that ended between our look and our lock: look again. */
    @Override
    public Uni<Void> remember(Request request, Answer answer, Instant now) {
        return Sql.changeAhead(
                """
                        INSERT INTO idempotency_key AS k
                               (caller_id, operation, key, fingerprint, status, headers, body, answered_at)
                        VALUES (:caller, :operation, :key, :fingerprint, :status, CAST(CAST(:headers AS text) AS jsonb), :body,
                                CAST(CAST(:now AS text) AS timestamptz))
                        ON CONFLICT (caller_id, operation, key) DO UPDATE
                           SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                               body = excluded.body, answered_at = excluded.answered_at
                         WHERE k.answered_at <= CAST(CAST(:oldest AS text) AS timestamptz)""",
                Map.of(
                        "caller", request.caller().value(),
                        "operation", request.operation(),
                        "key", request.key(),
                        "fingerprint", request.fingerprint(),
                        "status", answer.status(),
                        "headers", Json.write(answer.headers()),
                        "body", answer.body(),
                        "now", now.toString(),
                        "oldest", now.minus(KEPT).toString()),
                stored -> {
                    if (stored == 0) {
                        throw new ContendedException("answered by another transaction meanwhile");
                    }
                });
    }

    @Override
    public Uni<Integer> forgetBefore(Instant before, int atMost) {
        return Sql.change("""
                DELETE FROM idempotency_key WHERE (caller_id, operation, key) IN (
                    SELECT caller_id, operation, key FROM idempotency_key
                     WHERE answered_at <= CAST(CAST(:before AS text) AS timestamptz)
                     ORDER BY answered_at LIMIT :most FOR UPDATE SKIP LOCKED)""", Map.of("before", before.toString(), "most", atMost));
    }
}
