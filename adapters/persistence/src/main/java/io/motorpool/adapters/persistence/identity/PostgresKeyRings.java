package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.KeyRings;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeyRingId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SigningKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rings and the public halves of their keys, in two tables that change together under the lock of the ring's row. */
@ApplicationScoped
public class PostgresKeyRings implements KeyRings {

    /** A ring as one row of the join tells it: with one of its keys, or with none. */
    private record Line(long setVersion, boolean hurried, List<SigningKey> keys) {}

    @Override
    public Uni<KeyRing> find(KeyRingId id) {
        return Sql.read("""
                        SELECT r.set_version, r.hurried, k.stage, k.modulus, k.exponent, k.since
                          FROM key_ring AS r LEFT JOIN signing_key AS k ON k.ring_id = r.id
                         WHERE r.id = :ring ORDER BY k.place""", Map.of("ring", id.value()), PostgresKeyRings::line).map(lines -> ring(id, lines));
    }

    /** The keys are read by a statement of their own: the one that waited for the lock would show older ones. */
    @Override
    public Uni<KeyRing> lock(KeyRingId id) {
        return Sql.change("""
                        INSERT INTO key_ring AS r (id, set_version, hurried) VALUES (:ring, 0, false)
                        ON CONFLICT (id) DO UPDATE SET hurried = r.hurried""", Map.of("ring", id.value())).chain(() -> find(id));
    }

    @Override
    public Uni<Void> save(KeyRing changed) {
        return saveRing(changed).chain(() -> removeKeys(changed.id())).chain(() -> addKeys(changed));
    }

    /** Versions only grow, so whoever saves an older one did not see the ring under its lock. */
    private static Uni<Void> saveRing(KeyRing ring) {
        return Sql.changeAhead(
                """
                INSERT INTO key_ring AS r (id, set_version, hurried) VALUES (:ring, :setVersion, :hurried)
                ON CONFLICT (id) DO UPDATE SET set_version = excluded.set_version, hurried = excluded.hurried
                 WHERE r.set_version <= excluded.set_version""",
                Map.of("ring", ring.id().value(), "setVersion", ring.setVersion(), "hurried", ring.hurried()),
                saved -> {
                    if (saved != 1) {
                        throw new ContendedException("the ring was changed meanwhile");
                    }
                });
    }

    private static Uni<Void> removeKeys(KeyRingId ring) {
        return Sql.changeAhead("DELETE FROM signing_key WHERE ring_id = :ring", Map.of("ring", ring.value()), _ -> {});
    }

    private static Uni<Void> addKeys(KeyRing ring) {
        return Sql.changeAhead(
                """
                INSERT INTO signing_key (id, ring_id, place, stage, modulus, exponent, since)
                SELECT k.id, :ring, k.place, k.stage, k.modulus, k.exponent, CAST(k.since AS timestamptz)
                FROM unnest(CAST(:ids AS text[]), CAST(:stages AS text[]), CAST(:moduli AS text[]),
                            CAST(:exponents AS text[]), CAST(:sinces AS text[]))
                     WITH ORDINALITY AS k (id, stage, modulus, exponent, since, place)""",
                Map.of(
                        "ring", ring.id().value(),
                        "ids", column(ring, key -> key.id().value()),
                        "stages", column(ring, key -> key.stage().name()),
                        "moduli", column(ring, key -> key.publicKey().n()),
                        "exponents", column(ring, key -> key.publicKey().e()),
                        "sinces", column(ring, key -> key.since().toString())),
                _ -> {});
    }

    private static String[] column(KeyRing ring, Function<SigningKey, String> value) {
        return ring.keys().stream().map(value).toArray(String[]::new);
    }

    private static KeyRing ring(KeyRingId id, List<Line> lines) {
        return lines.isEmpty()
                ? KeyRing.empty(id)
                : new KeyRing(
                        id,
                        lines.stream().flatMap(line -> line.keys().stream()).toList(),
                        lines.getFirst().setVersion(),
                        lines.getFirst().hurried());
    }

    private static Line line(Columns columns) {
        long setVersion = columns.longNumber();
        boolean hurried = columns.flag();
        return new Line(setVersion, hurried, columns.isNull() ? List.of() : List.of(key(columns)));
    }

    private static SigningKey key(Columns columns) {
        SigningKey.Stage stage = columns.constant(SigningKey.Stage.class);
        RsaPublicKey half = RsaPublicKey.of(columns.text(), columns.text());
        Instant since = columns.instant();
        return switch (stage) {
            case PREPARED -> new SigningKey.Prepared(half, since);
            case PUBLISHED -> new SigningKey.Published(half, since);
            case ACTIVE -> new SigningKey.Active(half, since);
            case RETIRED -> new SigningKey.Retired(half, since);
            case REVOKED -> new SigningKey.Revoked(half, since);
        };
    }
}
