package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.identity.IdentityRefusal.LegacyRefused;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void the_published_policies_are_what_the_table_says() {
        assertThat(TokenPolicy.PUBLISHED.access()).isEqualTo(Duration.ofMinutes(15));
        assertThat(TokenPolicy.PUBLISHED.idle()).isEqualTo(Duration.ofDays(14));
        assertThat(TokenPolicy.PUBLISHED.absolute()).isEqualTo(Duration.ofDays(90));
        assertThat(TokenPolicy.PUBLISHED.grace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(TokenPolicy.PUBLISHED.skew()).isEqualTo(Duration.ofSeconds(60));
        assertThat(KeyTimings.PUBLISHED.cached()).isEqualTo(Duration.ofSeconds(300));
        assertThat(KeyTimings.PUBLISHED.visibleBeforeUse()).isEqualTo(Duration.ofSeconds(600));
    }

    @Test
    void a_faster_clock_keeps_the_proportions() {
        assertThatThrownBy(() -> new TokenPolicy(MINUTE, Duration.ZERO, MINUTE, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenPolicy(MINUTE, MINUTE, MINUTE, Duration.ofHours(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        TokenPolicy fast = new TokenPolicy(MINUTE, MINUTE, MINUTE, Duration.ZERO, Duration.ofSeconds(1));
        assertThatThrownBy(() -> new KeyTimings(fast, MINUTE, MINUTE, Duration.ofHours(1)))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new KeyTimings(fast, MINUTE, MINUTE.multipliedBy(2), MINUTE.multipliedBy(2)))
                .hasMessageContaining("long enough");
    }

    @Test
    void a_legacy_scheme_is_off_without_a_date_and_over_after_it() {
        LegacySunset sunset = new LegacySunset(Map.of(LegacyScheme.FIRST_SERVER_JWT, MONDAY_9AM));

        assertThat(accepted(sunset.of(LegacyScheme.FIRST_SERVER_JWT, MONDAY_9AM.minusMillis(1))))
                .isEqualTo(MONDAY_9AM);
        assertThat(refused(sunset.of(LegacyScheme.FIRST_SERVER_JWT, MONDAY_9AM)))
                .isEqualTo(new LegacyRefused());
        assertThat(refused(sunset.of(LegacyScheme.SECOND_SERVER_SESSION, MONDAY_9AM)))
                .isEqualTo(new LegacyRefused());
    }
}
