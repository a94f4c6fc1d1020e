package io.motorpool.sandbox.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.Slots.Slot;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {

    @Test
    void no_two_slots_have_both_the_time_and_the_lane_in_common() {
        Slots slots = new Slots(Instant.parse("2026-12-01T10:00:00Z"), 3);

        List<Slot> seven = IntStream.range(0, 7).mapToObj(slots::number).toList();

        assertThat(seven).doesNotHaveDuplicates();
        assertThat(seven)
                .filteredOn(slot -> slot.lane() == 0)
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> one.end().isAfter(other.start()) ? 1 : -1);
    }

    @Test
    void the_grid_has_a_point_every_ten_minutes() {
        assertThat(Slots.onGrid(Instant.parse("2026-12-01T10:19:59Z")))
                .isEqualTo(Instant.parse("2026-12-01T10:10:00Z"));
        assertThat(Slots.onGrid(Instant.parse("2026-12-01T10:20:00Z")))
                .isEqualTo(Instant.parse("2026-12-01T10:20:00Z"));
    }
}
