package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every unit of work promises. */
public interface UnitOfWorkContract extends PortContract {

    UnitOfWork unitOfWork();

    /** Leaves a mark, as part of the unit of work that runs. */
    Uni<Void> write(UUID mark);

    /** Which of the marks are there. */
    Uni<Set<UUID>> written(Set<UUID> marks);

    @Test
    default void what_succeeded_is_there_afterwards() {
        UUID mark = Ids.next();

        String answer =
                result(() -> unitOfWork().inTransaction(() -> write(mark).replaceWith("done")));

        assertThat(answer).isEqualTo("done");
        assertThat(there(mark)).containsExactly(mark);
    }

    @Test
    default void nothing_of_what_failed_is_there_and_the_failure_is_told_as_it_was() {
        UUID mark = Ids.next();
        UUID other = Ids.next();

        assertThatThrownBy(() -> result(() -> unitOfWork()
                        .inTransaction(
                                () -> write(mark).chain(() -> write(other)).chain(() -> broken()))))
                .isInstanceOf(BrokenException.class);

        assertThat(there(mark, other)).isEmpty();
    }

    @Test
    default void work_that_breaks_before_it_begins_fails_like_any_other() {
        assertThatThrownBy(() -> result(() -> unitOfWork().inTransaction(() -> {
                    throw new BrokenException();
                })))
                .isInstanceOf(BrokenException.class);
    }

    @Test
    default void work_that_failed_for_another_reason_than_a_lost_race_is_not_repeated() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> result(() -> unitOfWork().inTransaction(() -> {
                    attempts.incrementAndGet();
                    return broken();
                })))
                .isInstanceOf(BrokenException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    default void work_that_lost_a_race_is_rolled_back_and_run_again_from_the_start() {
        List<UUID> marks = List.of(Ids.next(), Ids.next(), Ids.next());
        AtomicInteger attempts = new AtomicInteger();

        int won = result(() -> unitOfWork().inTransaction(() -> {
            int attempt = attempts.getAndIncrement();
            return write(marks.get(attempt)).chain(() -> attempt < 2 ? lost() : item(attempt));
        }));

        assertThat(won).isEqualTo(2);
        assertThat(there(marks.get(0), marks.get(1), marks.get(2))).containsExactly(marks.get(2));
    }

    @Test
    default void work_that_keeps_losing_fails_after_a_few_attempts_with_what_it_lost() {
        UUID mark = Ids.next();
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> result(() -> unitOfWork().inTransaction(() -> {
                    attempts.incrementAndGet();
                    return write(mark).chain(() -> lost());
                })))
                .isInstanceOf(ContendedException.class);

        assertThat(attempts).hasValueBetween(2, 10);
        assertThat(there(mark)).isEmpty();
    }

    @Test
    default void a_unit_of_work_inside_another_one_is_part_of_it() {
        UUID outer = Ids.next();
        UUID inner = Ids.next();

        assertThatThrownBy(() -> result(() -> unitOfWork()
                        .inTransaction(() -> write(outer)
                                .chain(() -> unitOfWork().inTransaction(() -> write(inner)))
                                .chain(() -> broken()))))
                .isInstanceOf(BrokenException.class);

        assertThat(there(outer, inner)).isEmpty();
    }

    @Test
    default void a_race_that_is_lost_inside_is_lost_by_the_whole() {
        AtomicInteger outer = new AtomicInteger();
        AtomicInteger inner = new AtomicInteger();

        int won = result(() -> unitOfWork().inTransaction(() -> {
            outer.incrementAndGet();
            return unitOfWork().inTransaction(() -> inner.incrementAndGet() < 3 ? lost() : item(inner.get()));
        }));

        assertThat(won).isEqualTo(3);
        assertThat(outer).hasValue(3);
    }

    @Test
    default void one_unit_of_work_after_another_is_not_inside_it() {
        UUID first = Ids.next();
        UUID second = Ids.next();

        assertThatThrownBy(() -> result(() -> unitOfWork()
                        .inTransaction(() -> write(first))
                        .chain(() ->
                                unitOfWork().inTransaction(() -> write(second).chain(() -> broken())))))
                .isInstanceOf(BrokenException.class);

        assertThat(there(first, second)).containsExactly(first);
    }

    @Test
    default void after_a_failure_the_next_unit_of_work_begins_anew() {
        UUID before = Ids.next();
        UUID after = Ids.next();

        result(() -> unitOfWork()
                .inTransaction(() -> write(before).chain(() -> broken()))
                .onFailure(BrokenException.class)
                .recoverWithUni(
                        () -> unitOfWork().inTransaction(() -> write(after).replaceWith(0)))
                .replaceWithVoid());

        assertThat(there(before, after)).containsExactly(after);
    }

    @Test
    default void nothing_happens_until_somebody_wants_the_answer() {
        AtomicInteger begun = new AtomicInteger();

        Uni<Integer> answer = unitOfWork().inTransaction(() -> item(begun.incrementAndGet()));

        assertThat(begun).hasValue(0);
        assertThat(result(() -> answer)).isEqualTo(1);
        assertThat(result(() -> answer)).isEqualTo(2);
    }

    @Test
    default void units_of_work_at_the_same_moment_end_each_for_itself() {
        List<UUID> marks = IntStream.range(0, 16).mapToObj(_ -> Ids.next()).toList();
        List<Callable<Boolean>> callers = IntStream.range(0, marks.size())
                .<Callable<Boolean>>mapToObj(i -> () -> succeeds(marks.get(i), i % 2 == 0))
                .toList();

        List<Boolean> succeeded = AtOnce.each(callers);

        assertThat(succeeded).filteredOn(each -> each).hasSize(8);
        assertThat(there(marks.toArray(UUID[]::new)))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, marks.size())
                        .filter(i -> i % 2 == 0)
                        .mapToObj(marks::get)
                        .toList());
    }

    @Test
    default void reading_shows_what_is_there_and_inside_a_unit_of_work_what_it_has_written() {
        UUID before = Ids.next();
        UUID own = Ids.next();
        result(() -> unitOfWork().inTransaction(() -> write(before)));

        Set<UUID> seen = result(() -> unitOfWork()
                .inTransaction(() -> write(own).chain(() -> unitOfWork().reading(() -> written(Set.of(before, own))))));

        assertThat(seen).containsExactlyInAnyOrder(before, own);
    }

    @Test
    default void a_unit_of_work_may_begin_while_reading() {
        UUID mark = Ids.next();

        Set<UUID> seen = result(() -> unitOfWork()
                .reading(() -> written(Set.of(mark))
                        .chain(() -> unitOfWork().inTransaction(() -> write(mark)))
                        .chain(() -> written(Set.of(mark)))));

        assertThat(seen).containsExactly(mark);
        assertThat(there(mark)).containsExactly(mark);
    }

    @Test
    default void reading_is_never_repeated() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> result(() -> unitOfWork().reading(() -> {
                    attempts.incrementAndGet();
                    return lost();
                })))
                .isInstanceOf(ContendedException.class);

        assertThat(attempts).hasValue(1);
    }

    private boolean succeeds(UUID mark, boolean succeeding) {
        try {
            return result(() ->
                    unitOfWork().inTransaction(() -> write(mark).chain(() -> succeeding ? item(true) : broken())));
        } catch (BrokenException _) {
            return false;
        }
    }

    private Set<UUID> there(UUID... marks) {
        Set<UUID> wanted = Set.copyOf(Stream.of(marks).toList());
        return result(() -> unitOfWork().reading(() -> written(wanted)));
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }

    private static <T> Uni<T> lost() {
        return Uni.createFrom().failure(() -> new ContendedException("somebody else was faster"));
    }

    private static <T> Uni<T> broken() {
        return Uni.createFrom().failure(BrokenException::new);
    }

    /** Something went wrong that has nothing to do with races. */
    final class BrokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
