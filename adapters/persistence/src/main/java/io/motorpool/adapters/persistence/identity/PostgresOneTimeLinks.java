package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.OneTimeLinks;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The link table: a link is used by deleting it, which only one transaction can. */
@ApplicationScoped
public class PostgresOneTimeLinks implements OneTimeLinks {

    private static final String COLUMNS = "digest, user_id, purpose, until";
    private static final OldRows OVER = new OldRows("one_time_link", "user_id", "until <= :then");

    @Override
    public Uni<Void> put(OneTimeLink link) {
        return Sql.changeAhead(
                """
                INSERT INTO one_time_link (user_id, digest, purpose, until) VALUES (:user, :digest, :purpose, :until)
                ON CONFLICT (user_id) DO UPDATE
                   SET digest = excluded.digest, purpose = excluded.purpose, until = excluded.until""",
                Map.of(
                        "user", link.user().value(),
                        "digest", link.digest().text(),
                        "purpose", link.purpose().name(),
                        "until", link.until()),
                _ -> {});
    }

    @Override
    public Uni<Optional<OneTimeLink>> find(SecretDigest digest) {
        return one("SELECT " + COLUMNS + " FROM one_time_link WHERE digest = :digest", digest);
    }

    @Override
    public Uni<Optional<OneTimeLink>> take(SecretDigest digest) {
        return one("DELETE FROM one_time_link WHERE digest = :digest RETURNING " + COLUMNS, digest);
    }

    private static Uni<Optional<OneTimeLink>> one(String sql, SecretDigest digest) {
        return Sql.read(sql, Map.of("digest", digest.text()), PostgresOneTimeLinks::link)
                .map(found -> found.stream().findFirst());
    }

    private static OneTimeLink link(Columns columns) {
        return new OneTimeLink(
                new SecretDigest(columns.text()),
                new UserId(columns.uuid()),
                columns.constant(Purpose.class),
                columns.instant());
    }

    @Override
    public Uni<Void> remove(UserId user) {
        return Sql.changeAhead(
                "DELETE FROM one_time_link WHERE user_id = :user", Map.of("user", user.value()), _ -> {});
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return OVER.forget(now, atMost);
    }
}
