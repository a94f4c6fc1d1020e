package io.motorpool.domain.route;

import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.closed;
import static io.motorpool.domain.route.Fixtures.day;
import static io.motorpool.domain.route.Fixtures.seoul;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The properties compare a span with the plain set of its days. */
class SpanTest {

    @Test
    void a_span_ends_after_it_starts() {
        assertThatThrownBy(() -> Span.of(day(2), day(2))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Span.of(day(1), day(2))).hasToString("[2026-10-31T15:00:00Z, 2026-11-01T15:00:00Z)");
        assertThat(Span.from(day(1))).hasToString("[2026-10-31T15:00:00Z, …)");
    }

    @Property
    void a_span_is_the_set_of_its_days(
            @ForAll @IntRange(min = 1, max = 20) int start,
            @ForAll @IntRange(min = 0, max = 8) int length,
            @ForAll @IntRange(min = 1, max = 20) int otherStart,
            @ForAll @IntRange(min = 0, max = 8) int otherLength,
            @ForAll @IntRange(min = 1, max = 28) int cut) {
        Span one = span(start, length);
        Span other = span(otherStart, otherLength);
        boolean shared = false;
        for (int d = 1; d <= 30; d++) {
            Instant day = day(d);
            boolean both = one.covers(day) && other.covers(day);
            shared |= both;
            assertThat(one.intersection(other).filter(span -> span.covers(day)).isPresent())
                    .isEqualTo(both);
            assertThat(one.before(day(cut)).filter(span -> span.covers(day)).isPresent())
                    .isEqualTo(one.covers(day) && d < cut);
            assertThat(one.since(day(cut)).filter(span -> span.covers(day)).isPresent())
                    .isEqualTo(one.covers(day) && d >= cut);
        }
        assertThat(one.overlaps(other)).isEqualTo(shared);
    }

    @Test
    void a_closed_month_reaches_from_midnight_to_midnight_in_seoul() {
        ClosedMonths november = closed(NOVEMBER);

        assertThat(november.firstTouchedBy(Span.of(day(1).minusSeconds(60), day(1))))
                .isEmpty();
        assertThat(november.firstTouchedBy(Span.of(day(1).minusSeconds(60), day(1).plusSeconds(1))))
                .contains(NOVEMBER);
        assertThat(november.firstTouchedBy(Span.from(seoul("2026-12-01T00:00:00"))))
                .isEmpty();
        assertThat(november.firstTouchedBy(Span.from(seoul("2026-11-30T23:59:59"))))
                .contains(NOVEMBER);
        assertThat(closed(NOVEMBER, NOVEMBER.minusMonths(2)).firstTouchedBy(Span.from(Instant.EPOCH)))
                .contains(NOVEMBER.minusMonths(2));
    }

    private static Span span(int start, int length) {
        @Nullable Instant end = length == 0 ? null : day(start + length);
        return new Span(day(start), end);
    }
}
