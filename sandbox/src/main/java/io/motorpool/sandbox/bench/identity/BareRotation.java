package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.bench.DatabaseClient;
import io.motorpool.sandbox.parts.PostgresPart;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The rotation of a refresh token as the database sees it: the bucket of the network, then user, session, token and key. */
public final class BareRotation implements AutoCloseable {

    private static final String LOCK_BUCKET = """
            INSERT INTO rate_bucket AS b (kind, owner) VALUES ($1, $2)
            ON CONFLICT (kind, owner) DO UPDATE SET paid_until = b.paid_until
            RETURNING paid_until, clock_timestamp()""";

    private static final String PAY = """
            INSERT INTO rate_bucket (kind, owner, paid_until) VALUES ($1, $2, $3)
            ON CONFLICT (kind, owner) DO UPDATE SET paid_until = excluded.paid_until""";

    private static final String SESSION = """
            SELECT id, user_id, device, started_at, profile, company_id, last_used_at, generation, rotated_at, successor,
                   ended_at, end_reason
              FROM session WHERE id = $1\s""";

    private static final String LOCK_SESSION = SESSION + "FOR NO KEY UPDATE";

    private static final String HOLD_USER =
            "SELECT id, version, email, name, roles, status, password_hash FROM user_account WHERE id = $1 FOR SHARE";

    private static final String GENERATION =
            "SELECT generation FROM refresh_token WHERE digest = $1 AND session_id = $2";

    private static final String RING = """
            SELECT r.set_version, r.hurried, k.stage, k.modulus, k.exponent, k.since
              FROM key_ring AS r LEFT JOIN signing_key AS k ON k.ring_id = r.id
             WHERE r.id = $1 ORDER BY k.place""";

    private static final String ROTATE = """
            WITH rotated AS (
                UPDATE session
                   SET profile = $1, company_id = CAST(NULLIF($2, '') AS uuid),
                       last_used_at = $3, generation = $4, rotated_at = $5,
                       successor = $6
                 WHERE id = $7 AND generation = $4 - 1 AND ended_at IS NULL
                RETURNING id, generation)
            INSERT INTO refresh_token (session_id, generation, digest)
            SELECT id, generation, $8 FROM rotated""";

    private static final UUID ISSUERS_RING = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
    private static final String KIND = "REFRESH";
    private static final String PROFILE = "PERSONAL";

    private static final String ADD_SESSION = """
            WITH added AS (
                INSERT INTO session (id, user_id, device, started_at, profile, last_used_at, generation)
                SELECT ?, id, 'limit', now(), 'PERSONAL', now(), 1 FROM user_account WHERE email = ?
                RETURNING id, generation)
            INSERT INTO refresh_token (session_id, generation, digest)
            SELECT id, generation, ? FROM added""";

    /** Each request comes from another one, as the application is asked: its bucket is a new row. */
    private static final String NETWORK = "bare-%d";

    private final Pool pool;
    private final List<Family> families;
    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger networks = new AtomicInteger();

    private BareRotation(Pool pool, List<Family> families) {
        this.pool = pool;
        this.families = families;
    }

    /** What is sent to be let through, and then, perhaps on another connection, to rotate. */
    public static List<List<String>> statements() {
        return List.of(List.of(LOCK_BUCKET, PAY), List.of(SESSION, HOLD_USER, LOCK_SESSION, GENERATION, RING, ROTATE));
    }

    /** What one client holds. */
    private static final class Family {

        private final UUID session = UUID.randomUUID();
        private int generation = 1;
        private String digest;

        Family(String digest) {
            this.digest = digest;
        }
    }

    static BareRotation of(Hall hall, int clients, int connections) throws SQLException {
        PostgresPart postgres = hall.postgres();
        Pool pool = DatabaseClient.of(postgres, hall.vertx(), connections);
        BareRotation bare = new BareRotation(
                pool,
                Stream.generate(() -> new Family(digest(new SecureRandom())))
                        .limit(clients)
                        .toList());
        bare.begin(hall);
        return bare;
    }

    private void begin(Hall hall) throws SQLException {
        try (Connection database = hall.postgres().connect(hall.postgres().owner());
                PreparedStatement add = database.prepareStatement(ADD_SESSION)) {
            for (int client = 0; client < families.size(); client++) {
                add.setObject(1, families.get(client).session);
                add.setString(2, hall.crowd().get(client).email());
                add.setString(3, families.get(client).digest);
                int _ = add.executeUpdate();
            }
        }
    }

    Future<?> rotate(int client) {
        Family family = families.get(client);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        String network = NETWORK.formatted(networks.incrementAndGet());
        return pool.withTransaction(connection -> ask(connection, LOCK_BUCKET, Tuple.of(KIND, network))
                        .compose(_ -> ask(connection, PAY, Tuple.of(KIND, network, now))))
                .compose(_ -> pool.withTransaction(connection -> rotate(connection, family, now)));
    }

    private Future<RowSet<Row>> rotate(SqlConnection connection, Family family, OffsetDateTime now) {
        Tuple session = Tuple.of(family.session);
        String next = digest(random);
        Tuple rotated =
                Tuple.from(List.of(PROFILE, "", now, family.generation + 1, now, next + next, family.session, next));
        return ask(connection, SESSION, session)
                .compose(found -> ask(
                        connection, HOLD_USER, Tuple.of(found.iterator().next().getUUID("user_id"))))
                .compose(_ -> ask(connection, LOCK_SESSION, session))
                .compose(_ -> ask(connection, GENERATION, Tuple.of(family.digest, family.session)))
                .compose(_ -> ask(connection, RING, Tuple.of(ISSUERS_RING)))
                .compose(_ -> ask(connection, ROTATE, rotated))
                .onSuccess(_ -> {
                    family.generation++;
                    family.digest = next;
                });
    }

    private static Future<RowSet<Row>> ask(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static String digest(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        var _ = pool.close().toCompletionStage().toCompletableFuture().join();
    }
}
