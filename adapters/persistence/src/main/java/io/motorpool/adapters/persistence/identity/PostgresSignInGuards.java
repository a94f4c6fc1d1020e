package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.SignInGuards;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.SignInGuard.Attempt;
import io.motorpool.domain.identity.SignInGuard.Origin;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The guard table: all attempts of a login in one row, because they are always read and written together, and most of
 * all when somebody makes many.
 */
@ApplicationScoped
public class PostgresSignInGuards implements SignInGuards {

    private static final OldRows UNTRIED =
            new OldRows("sign_in_guard", "login", "last_tried_at IS NULL OR last_tried_at < :then");

    private static final String DEVICE = "device:";
    private static final String NETWORK = "network:";

    /** One statement, whether the login is known or not; what it answers is what the one before left. */
    @Override
    public Uni<SignInGuard> lock(LoginDigest login) {
        return Sql.read("""
                        INSERT INTO sign_in_guard AS g (login) VALUES (:login)
                        ON CONFLICT (login) DO UPDATE SET last_tried_at = g.last_tried_at
                        RETURNING origins, tried_at""", Map.of("login", login.text()), columns -> new SignInGuard(login, attempts(columns)))
                .map(found -> found.getFirst());
    }

    private static List<Attempt> attempts(Columns columns) {
        List<String> origins = columns.texts();
        List<Instant> triedAt = columns.instants();
        return IntStream.range(0, origins.size())
                .mapToObj(n -> new Attempt(origin(origins.get(n)), triedAt.get(n)))
                .toList();
    }

    private static Origin origin(String text) {
        return text.startsWith(DEVICE)
                ? new Origin.Familiar(new SecretDigest(text.substring(DEVICE.length())))
                : new Origin.Unfamiliar(new SourceNetwork(text.substring(NETWORK.length())));
    }

    private static String text(Origin origin) {
        return switch (origin) {
            case Origin.Familiar(var device) -> DEVICE + device.text();
            case Origin.Unfamiliar(var network) -> NETWORK + network.prefix();
        };
    }

    @Override
    public Uni<Void> save(SignInGuard guard) {
        return Sql.changeAhead(
                """
                INSERT INTO sign_in_guard (login, origins, tried_at, last_tried_at)
                SELECT :login, CAST(:origins AS text[]), t.tried_at, (SELECT max(each) FROM unnest(t.tried_at) AS each)
                  FROM (SELECT CAST(CAST(:triedAt AS text[]) AS timestamptz[])) AS t (tried_at)
                ON CONFLICT (login) DO UPDATE
                   SET origins = excluded.origins, tried_at = excluded.tried_at, last_tried_at = excluded.last_tried_at""",
                Map.of(
                        "login", guard.login().text(),
                        "origins", column(guard, attempt -> text(attempt.origin())),
                        "triedAt", column(guard, attempt -> attempt.at().toString())),
                _ -> {});
    }

    private static String[] column(SignInGuard guard, Function<Attempt, String> value) {
        return guard.attempts().stream().map(value).toArray(String[]::new);
    }

    @Override
    public Uni<Integer> forgetUntriedSince(Instant since, int atMost) {
        return UNTRIED.forget(since, atMost);
    }
}
