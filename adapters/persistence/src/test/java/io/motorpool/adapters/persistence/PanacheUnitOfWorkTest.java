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
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

    /** As when a client hangs up. Whatever the rest of the work did then, it would do outside of its transaction. */
    @Test
    void a_change_whose_caller_has_left_is_done_to_its_end_and_whole() {
        UUID first = Ids.next();
        UUID second = Ids.next();
        UUID within = Ids.next();
        AtomicReference<Throwable> dropped = new AtomicReference<>();
        Infrastructure.setDroppedExceptionHandler(dropped::set);

        assertThatThrownBy(() -> result(() -> unitOfWork
                        .inTransaction(() -> write(first)
                                .chain(this::pause)
                                .chain(() -> write(second))
                                .chain(() -> unitOfWork.inTransaction(() -> write(within))))
                        .ifNoItem()
                        .after(Duration.ofMillis(100))
                        .fail()))
                .isInstanceOf(TimeoutException.class);
        var _ = result(() -> unitOfWork.reading(this::pause));
        var _ = result(() -> unitOfWork.reading(this::pause));

        assertThat(result(() -> unitOfWork.reading(() -> written(Set.of(first, second, within)))))
                .containsExactlyInAnyOrder(first, second, within);
        assertThat(dropped).hasNullValue();
    }

    @Test
    void a_reader_that_has_left_leaves_nothing_behind() {
        AtomicReference<Throwable> dropped = new AtomicReference<>();
        Infrastructure.setDroppedExceptionHandler(dropped::set);

        assertThatThrownBy(() -> result(() -> unitOfWork
                        .reading(() -> pause().chain(this::pause))
                        .ifNoItem()
                        .after(Duration.ofMillis(100))
                        .fail()))
                .isInstanceOf(TimeoutException.class);
        var _ = result(() -> unitOfWork.reading(() -> pause().chain(this::pause).chain(this::pause)));

        assertThat(dropped).hasNullValue();
    }

    private Uni<List<Object[]>> pause() {
        return Sql.rows("SELECT CAST(pg_sleep(0.3) AS text), 0", Map.of());
    }
}
