package io.motorpool.sandbox.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.legacy.LegacyStep.Deleted;
import io.motorpool.sandbox.legacy.LegacyStep.Inserted;
import io.motorpool.sandbox.legacy.LegacyTraffic.Beginning;
import io.motorpool.sandbox.legacy.LegacyTraffic.Mix;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LegacyTrafficTest {

    private static final LegacyFleet FLEET = new LegacyFleet(
            new UUID(1, 1),
            List.of(new UUID(2, 1), new UUID(2, 2)),
            List.of(new UUID(3, 1), new UUID(3, 2), new UUID(3, 3)));
    private static final Instant NINE = Instant.parse("2027-03-02T00:00:00Z");

    @Test
    void the_same_seed_does_the_same_and_another_does_something_else() {
        assertThat(steps(7, 500)).isEqualTo(steps(7, 500)).isNotEqualTo(steps(8, 500));
    }

    @Test
    void steps_come_in_order_and_are_taken_on_rows_that_are_there() {
        Set<String> there = new HashSet<>();
        Instant last = NINE;
        for (LegacyStep step : steps(7, 2_000)) {
            assertThat(step.at()).isAfterOrEqualTo(last);
            last = step.at();
            switch (step) {
                case Inserted(var _, var row) ->
                    assertThat(there.add(row.number())).isTrue();
                case LegacyStep.Updated(var _, var before, var _) ->
                    assertThat(there).contains(before.number());
                case Deleted(var _, var row) ->
                    assertThat(there.remove(row.number())).isTrue();
            }
        }
    }

    @Test
    void a_stream_is_spoilt_in_every_way_and_loses_nothing() {
        List<LegacyStep> steps = steps(7, 2_000);
        List<Told> clean = SpoiltStream.clean(steps);
        SpoiltStream.Spoilt spoilt = SpoiltStream.of(steps, 7);

        assertThat(clean).hasSizeGreaterThan(2_000);
        assertThat(spoilt.stream()).hasSizeGreaterThan(clean.size());
        assertThat(new HashSet<>(spoilt.stream()))
                .hasSizeLessThan(spoilt.stream().size());
        assertThat(spoilt.garbage()).isPositive();
        assertThat(values(spoilt, "\"op\":\"r\"")).isPositive();
        assertThat(values(spoilt, "charge_type")).isPositive();
        assertThat(spoilt.stream()).extracting(Told::key).anyMatch(key -> key.contains("1000000000"));
        for (int i = 0; i < steps.size(); i++) {
            String place = "\"lsn\":%d}".formatted((i + 1) * SpoiltStream.APART);
            assertThat(values(spoilt, place)).as(place).isPositive();
        }
    }

    private static long values(SpoiltStream.Spoilt spoilt, String part) {
        return spoilt.stream().stream()
                .map(Told::value)
                .filter(value -> value != null && value.contains(part))
                .count();
    }

    private static List<LegacyStep> steps(long seed, int number) {
        LegacyTraffic traffic = new LegacyTraffic(seed, FLEET, "T", new Mix(100, true), Beginning.at(NINE));
        return Stream.generate(traffic::next).limit(number).toList();
    }
}
