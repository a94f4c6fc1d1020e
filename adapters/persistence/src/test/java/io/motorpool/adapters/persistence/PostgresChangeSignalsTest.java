package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.ChangeSignals;
import io.motorpool.application.shared.ChangeSignalsContract;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Soon;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresChangeSignalsTest implements ChangeSignalsContract, PostgresContract {

    @Inject
    ChangeSignals signals;

    @Override
    public ChangeSignals signals() {
        return signals;
    }

    /** As when PostgreSQL is started again. */
    @Test
    void a_connection_that_breaks_is_made_anew_and_what_may_have_been_missed_is_said() {
        Heard heard = listening();
        int before = heard.anything();

        int ended = inTransaction(() -> Sql.rows(
                        "SELECT pg_terminate_backend(pid), 0 FROM pg_stat_activity WHERE query LIKE 'LISTEN %'",
                        Map.of()))
                .size();

        assertThat(ended).as("one connection for the whole node").isEqualTo(1);
        Soon.passes(() -> assertThat(heard.anything()).isGreaterThan(before));
        UUID thing = Ids.next();
        var _ = inTransaction(() -> signals.tell(Set.of(thing)).replaceWith(true));
        Soon.passes(() -> assertThat(heard.things()).contains(thing));
    }
}
