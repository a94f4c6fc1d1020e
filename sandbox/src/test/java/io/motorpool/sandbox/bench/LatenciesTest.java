package io.motorpool.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

    private static final long MILLI = 1_000_000;

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 50", "98.5, 99", "99, 99", "99.1, 100", "100, 100"})
    void a_percentile_is_the_smallest_time_within_which_that_share_was_answered(double percent, double millis) {
        assertThat(of(LongStream.rangeClosed(1, 100)).percentileMillis(percent)).isEqualTo(millis);
    }

    @Test
    void the_order_in_which_answers_came_does_not_matter() {
        assertThat(of(LongStream.of(30, 10, 20)).percentileMillis(50)).isEqualTo(20);
    }

    @Test
    void of_one_answer_every_percentile_is_that_one() {
        assertThat(of(LongStream.of(7)).percentileMillis(1)).isEqualTo(7);
        assertThat(of(LongStream.of(7)).percentileMillis(99)).isEqualTo(7);
    }

    @Test
    void of_no_answer_there_is_no_time() {
        assertThat(new Latencies().percentileMillis(99)).isZero();
    }

    @Test
    void what_is_added_after_a_look_counts_at_the_next_look() {
        Latencies latencies = of(LongStream.of(10, 20));
        double before = latencies.percentileMillis(100);

        latencies.add(5 * MILLI);
        latencies.addAll(of(LongStream.of(40)));

        assertThat(before).isEqualTo(20);
        assertThat(latencies.percentileMillis(100)).isEqualTo(40);
        assertThat(latencies.percentileMillis(25)).isEqualTo(5);
    }

    @Test
    void many_are_kept_one_by_one_and_together() {
        Latencies many = of(LongStream.rangeClosed(1, 5_000));
        Latencies twice = of(LongStream.empty());
        twice.addAll(many);
        twice.addAll(many);

        assertThat(twice.count()).isEqualTo(10_000);
        assertThat(twice.percentileMillis(50)).isEqualTo(2_500);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "100.1"})
    void what_is_no_share_has_no_percentile(double percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(LongStream.of(1)).percentileMillis(percent));
    }

    static Latencies of(LongStream millis) {
        Latencies latencies = new Latencies();
        millis.forEach(each -> latencies.add(each * MILLI));
        return latencies;
    }
}
