package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.KnownDevices;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SecretDigest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** The device table: digests on both sides. */
@ApplicationScoped
public class PostgresKnownDevices implements KnownDevices {

    private static final OldRows OVER = new OldRows("known_device", "login, device", "until <= :then");

    @Override
    public Uni<Boolean> knows(LoginDigest login, SecretDigest device, Instant now) {
        return Sql.read(
                        """
                        SELECT EXISTS (SELECT FROM known_device
                                        WHERE login = :login AND device = :device AND until > :now)""",
                        Map.of("login", login.text(), "device", device.text(), "now", now),
                        columns -> columns.flag())
                .map(found -> found.getFirst());
    }

    @Override
    public Uni<Void> put(LoginDigest login, SecretDigest device, Instant until) {
        return Sql.changeAhead("""
                INSERT INTO known_device AS d (login, device, until) VALUES (:login, :device, :until)
                ON CONFLICT (login, device) DO UPDATE SET until = greatest(d.until, excluded.until)""", Map.of("login", login.text(), "device", device.text(), "until", until), _ -> {});
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return OVER.forget(now, atMost);
    }
}
