package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.Numbers.Series;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.PortContract;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every series of numbers promises. */
public interface NumbersContract extends PortContract {

    Numbers numbers();

    @ParameterizedTest
    @EnumSource
    default void numbers_go_up_from_one_on(Series series) {
        long first = inTransaction(() -> numbers().draw(series));
        long second = inTransaction(() -> numbers().draw(series));

        assertThat(first).isPositive();
        assertThat(second).isGreaterThan(first);
    }

    @Test
    default void no_number_is_drawn_twice_whoever_draws_at_once() {
        List<Long> drawn = AtOnce.times(16, () -> inTransaction(() -> numbers().draw(Series.SETTLEMENT)));

        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    default void a_number_that_was_drawn_for_nothing_is_lost() {
        long[] lost = new long[1];
        try {
            Object _ = inTransaction(() -> numbers().draw(Series.SETTLEMENT).chain(drawn -> {
                lost[0] = drawn;
                return Uni.createFrom().failure(new IllegalStateException("no"));
            }));
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no");
        }

        assertThat(inTransaction(() -> numbers().draw(Series.SETTLEMENT))).isGreaterThan(lost[0]);
    }
}
