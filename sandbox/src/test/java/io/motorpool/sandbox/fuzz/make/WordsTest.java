package io.motorpool.sandbox.fuzz.make;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T04:07:31Z");

    @Property
    void business_numbers_have_their_check_digit(@ForAll long seed) {
        String number = words(seed).businessNumber().replace("-", "");

        assertThat(number).matches("[0-9]{10}");
        int[] weights = {1, 3, 7, 1, 3, 7, 1, 3, 5};
        int sum = (number.charAt(8) - '0') * 5 / 10;
        for (int i = 0; i < 9; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        assertThat((sum + number.charAt(9) - '0') % 10).isZero();
    }

    @Property
    void plates_and_vins_are_written_as_people_write_them(@ForAll long seed) {
        assertThat(words(seed).plate()).matches("(서울|부산|경기|제주)?[0-9]{2,3}[가-힣] ?[0-9]{4}");
        assertThat(words(seed).vin()).matches("[A-HJ-NPR-Z0-9]{17}");
    }

    @Property
    void spans_lie_on_the_grid_and_can_be_reserved(@ForAll long seed) {
        Words.Span ahead = words(seed).spanAhead();
        Words.Span running = words(seed).spanFromNow();

        assertThat(ahead.start()).isAfter(NOW).isBefore(NOW.plus(Duration.ofDays(90)));
        assertThat(running.start()).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
        for (Words.Span span : new Words.Span[] {ahead, running}) {
            assertThat(span.start().getEpochSecond() % 600).isZero();
            assertThat(span.end().getEpochSecond() % 600).isZero();
            assertThat(Duration.between(span.start(), span.end())).isGreaterThanOrEqualTo(Duration.ofMinutes(30));
        }
    }

    @Property
    void an_instant_stays_the_same_however_it_is_written(@ForAll long seed) {
        assertThat(OffsetDateTime.parse(words(seed).written(NOW)).toInstant()).isEqualTo(NOW);
    }

    private static Words words(long seed) {
        return new Words(new Dice(seed), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
