package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.UsedAssertions;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** The table of assertions: of many who add the same row, the primary key lets one. */
@ApplicationScoped
public class PostgresUsedAssertions implements UsedAssertions {

    private static final OldRows OVER = new OldRows("used_assertion", "service_id, assertion", "until <= :then");

    @Override
    public Uni<Boolean> use(UserId service, String assertion, Instant until) {
        return Sql.change("""
                        INSERT INTO used_assertion (service_id, assertion, until) VALUES (:service, :assertion, :until)
                        ON CONFLICT DO NOTHING""", Map.of("service", service.value(), "assertion", assertion, "until", until))
                .map(stored -> stored == 1);
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return OVER.forget(now, atMost);
    }
}
