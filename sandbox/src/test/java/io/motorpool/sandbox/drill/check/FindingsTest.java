package io.motorpool.sandbox.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final Findings findings = new Findings();

    @Test
    void a_kept_promise_leaves_nothing() {
        findings.unless(true, "water is wet", "dry");

        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void of_many_alike_a_few_are_told_and_the_rest_counted() {
        findings.addAll(
                "nothing is lost",
                IntStream.range(0, 12).mapToObj(Integer::toString).toList());
        findings.unless(false, "nothing is late", "13");

        assertThat(findings.lines())
                .isEqualTo(List.of(
                        "nothing is lost: 0",
                        "nothing is lost: 1",
                        "nothing is lost: 2",
                        "nothing is lost: 3",
                        "nothing is lost: 4",
                        "nothing is lost: and 7 more",
                        "nothing is late: 13"));
    }
}
