package io.motorpool.sandbox.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.token.Claims;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BadgeTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
    private final AtomicInteger signed = new AtomicInteger();
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void a_token_is_used_until_it_is_half_way_to_its_end() {
        Badge badge = new Badge(() -> "token " + signed.incrementAndGet(), clock);

        assertThat(badge.token()).isEqualTo("token 1");
        now.updateAndGet(at -> at.plus(Claims.LIFETIME.dividedBy(2)));
        assertThat(badge.token()).isEqualTo("token 1");
        now.updateAndGet(at -> at.plusSeconds(1));
        assertThat(badge.token()).isEqualTo("token 2");
    }
}
