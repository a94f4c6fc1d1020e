package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private static UUID at(String instant) {
        return new TimeOrderedIds(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC), new Random(7)).get();
    }

    @Test
    void is_a_version_7_uuid_of_the_rfc_variant() {
        assertThat(at("2026-11-23T00:00:00Z").version()).isEqualTo(7);
        assertThat(at("2026-11-23T00:00:00Z").variant()).isEqualTo(2);
    }

    @Test
    void begins_with_the_time_so_that_later_ids_sort_later() {
        assertThat(at("2026-11-23T00:00:00.001Z").toString())
                .isGreaterThan(at("2026-11-23T00:00:00Z").toString());
    }
}
