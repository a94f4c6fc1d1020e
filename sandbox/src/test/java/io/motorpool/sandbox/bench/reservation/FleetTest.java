package io.motorpool.sandbox.bench.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.bench.reservation.Fleet.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FleetTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:20:21Z");

    private final Fleet fleet = new Fleet(new UUID(1, 1), new UUID(2, 2), NOW);

    @Test
    void no_two_wishes_for_a_free_vehicle_meet() {
        assertNoneMeet(LongStream.range(0, 50_000).mapToObj(fleet::free).toList());
    }

    @Test
    void no_two_wishes_for_a_hot_vehicle_meet_neither_on_the_vehicle_nor_in_the_drivers_agenda() {
        assertNoneMeet(LongStream.range(0, 100_000).mapToObj(fleet::hot).toList());
    }

    @Test
    void rivals_of_one_round_are_different_drivers_who_want_the_same() {
        List<Wish> rivals = IntStream.range(0, 32)
                .mapToObj(rival -> fleet.contended(5, rival))
                .toList();

        assertThat(rivals.stream().map(Wish::driver).distinct()).hasSize(32);
        assertThat(rivals.stream().map(Wish::vehicle).distinct()).hasSize(1);
        assertThat(rivals.stream().map(Wish::start).distinct()).hasSize(1);
    }

    @Test
    void what_the_winners_of_all_rounds_got_does_not_meet() {
        assertNoneMeet(LongStream.range(0, 30_000)
                .mapToObj(round -> fleet.contended(round, (int) (round % 32)))
                .toList());
    }

    @Test
    void everything_can_be_reserved_by_the_rules() {
        assertThat(fleet.free(0).start()).isAfter(NOW);
        assertThat(fleet.free(400_000).start()).isBefore(NOW.plus(Duration.ofDays(90)));
        assertThat(fleet.beyondHorizon()).isAfter(NOW.plus(Duration.ofDays(90)));
    }

    /** Times lie on a raster that leaves room for the turnaround, so the same start is the only way to meet. */
    private static void assertNoneMeet(List<Wish> wishes) {
        Set<List<Object>> seen = new HashSet<>();
        for (Wish wish : wishes) {
            assertThat(seen.add(List.of("vehicle", wish.vehicle(), wish.start())))
                    .isTrue();
            assertThat(seen.add(List.of("driver", wish.driver(), wish.start()))).isTrue();
        }
    }
}
