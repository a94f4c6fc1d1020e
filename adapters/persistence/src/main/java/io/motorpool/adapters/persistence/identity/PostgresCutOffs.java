package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.CutOffs;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.CutOff.Target;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cut-off table. Entries are only ever added, so nobody waits for anybody; the database dates them by its own clock. */
@ApplicationScoped
public class PostgresCutOffs implements CutOffs {

    private static final String SELECT = "SELECT user_id, since_edition, session_id, key_id, until FROM cut_off WHERE ";
    private static final OldRows OVER = new OldRows("cut_off", "id", "until <= :then");

    @Override
    public Uni<Void> add(List<CutOff> entries) {
        return Sql.changeAhead(
                """
                INSERT INTO cut_off (user_id, since_edition, session_id, key_id, until)
                SELECT CAST(e.user_id AS uuid), CAST(e.since_edition AS bigint), CAST(e.session_id AS uuid), e.key_id,
                       CAST(e.until AS timestamptz)
                FROM unnest(CAST(:users AS text[]), CAST(:editions AS text[]), CAST(:sessions AS text[]),
                            CAST(:keys AS text[]), CAST(:untils AS text[]))
                  AS e (user_id, since_edition, session_id, key_id, until)""",
                Map.of(
                        "users", column(entries, PostgresCutOffs::user),
                        "editions", column(entries, PostgresCutOffs::edition),
                        "sessions", column(entries, PostgresCutOffs::session),
                        "keys", column(entries, PostgresCutOffs::key),
                        "untils", column(entries, entry -> entry.until().toString())),
                _ -> {});
    }

    @Override
    public Uni<List<CutOff>> all(Instant now) {
        return Sql.read(SELECT + "until > :now", Map.of("now", now), PostgresCutOffs::entry);
    }

    @Override
    public Uni<List<CutOff>> addedWithin(Duration before) {
        return Sql.read(
                SELECT + "added_at > clock_timestamp() - :millis * interval '1 millisecond'",
                Map.of("millis", (double) before.toMillis()),
                PostgresCutOffs::entry);
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return OVER.forget(now, atMost);
    }

    private static CutOff entry(Columns columns) {
        UUID user = columns.uuidOrNull();
        Long edition = columns.longOrNull();
        UUID session = columns.uuidOrNull();
        String key = columns.textOrNull();
        return new CutOff(target(user, edition, session, key), columns.instant());
    }

    private static Target target(
            @Nullable UUID user, @Nullable Long edition, @Nullable UUID session, @Nullable String key) {
        if (user != null && edition != null) {
            return new Target.OfUser(new UserId(user), new Version(edition));
        }
        return session != null
                ? new Target.OfSession(new SessionId(session))
                : new Target.OfKey(new KeyId(Optional.ofNullable(key).orElseThrow()));
    }

    private static @Nullable String user(CutOff entry) {
        return entry.target() instanceof Target.OfUser target ? target.user().toString() : null;
    }

    private static @Nullable String edition(CutOff entry) {
        return entry.target() instanceof Target.OfUser target
                ? Long.toString(target.since().value())
                : null;
    }

    private static @Nullable String session(CutOff entry) {
        return entry.target() instanceof Target.OfSession(var session) ? session.toString() : null;
    }

    private static @Nullable String key(CutOff entry) {
        return entry.target() instanceof Target.OfKey(var key) ? key.value() : null;
    }

    private static @Nullable String[] column(List<CutOff> entries, Function<CutOff, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }
}
