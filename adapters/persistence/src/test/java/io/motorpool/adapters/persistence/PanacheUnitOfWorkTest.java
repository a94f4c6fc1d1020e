package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.application.shared.UnitOfWorkContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PanacheUnitOfWorkTest implements UnitOfWorkContract, PostgresContract {

    @Inject
    UnitOfWork unitOfWork;

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** An anchor is the simplest row there is: an id. */
    @Override
    public Uni<Void> write(UUID mark) {
        return Sql.change("INSERT INTO schedule_anchor (id) VALUES (:mark)", Map.of("mark", mark))
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<UUID>> written(Set<UUID> marks) {
        return Sql.rows(
                        "SELECT id, 0 FROM schedule_anchor WHERE id = ANY(:marks)",
                        Map.of("marks", marks.toArray(UUID[]::new)))
                .map(rows -> rows.stream().map(row -> (UUID) row[0]).collect(Collectors.toSet()));
    }

    @Test
    void what_the_database_calls_a_lost_race_is_one() {
        UUID mark = Ids.next();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> inTransaction(() -> {
                    attempts.incrementAndGet();
                    return write(mark).chain(() -> write(mark));
                }))
                .isInstanceOf(ContendedException.class);

        assertThat(attempts).hasValueGreaterThan(1);
    }

    @Test
    void a_statement_that_cannot_be_right_is_neither_repeated_nor_called_a_race() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> inTransaction(() -> {
                    attempts.incrementAndGet();
                    return Sql.change("INSERT INTO no_such_table VALUES (1)", Map.of());
                }))
                .isNotInstanceOf(ContendedException.class)
                .isNotInstanceOf(StoreUnavailableException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void a_connection_that_breaks_is_a_store_that_cannot_be_reached_and_the_next_one_works() {
        UUID mark = Ids.next();

        assertThatThrownBy(() -> inTransaction(() -> write(mark)
                        .chain(() -> Sql.rows("SELECT pg_terminate_backend(pg_backend_pid()), 0", Map.of()))))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> result(() -> unitOfWork.reading(
                        () -> Sql.rows("SELECT pg_terminate_backend(pg_backend_pid()), 0", Map.of()))))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(result(() -> unitOfWork.reading(() -> written(Set.of(mark)))))
                .isEmpty();
    }

    @Test
    void a_statement_that_takes_too_long_is_a_store_that_cannot_be_reached() {
        assertThatThrownBy(() -> inTransaction(() -> Sql.change("SET LOCAL statement_timeout = '20ms'", Map.of())
                        .chain(() -> Sql.rows("SELECT CAST(pg_sleep(5) AS text), 0", Map.of()))))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
