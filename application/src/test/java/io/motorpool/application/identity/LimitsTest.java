package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.identity.RateBuckets.Bucket;
import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.motorpool.domain.identity.RateLimit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void a_kind_without_a_limit_is_a_mistake() {
        assertThatThrownBy(() -> new Limits(Map.of(Kind.SIGN_IN, RateLimit.perMinute(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REFRESH");
    }

    @Test
    void nodes_share_a_bucket_and_a_stopped_request_costs_nothing() {
        AnIdentity identity = new AnIdentity();
        Throttle other = new Throttle(identity.stores.unitOfWork, identity.stores.buckets, Limits.PUBLISHED);
        Bucket bucket = new Bucket(Kind.CHANGE_PASSWORD, "somebody");
        for (int i = 0; i < 3; i++) {
            succeeds(identity.throttle.pass(bucket));
        }
        for (int i = 0; i < 2; i++) {
            succeeds(other.pass(bucket));
        }

        TooManyRequests wait = new TooManyRequests(Duration.ofMinutes(3));
        assertThat(refused(identity.throttle.pass(bucket))).isEqualTo(wait);
        assertThat(refused(other.pass(bucket))).isEqualTo(wait);

        identity.clock.move(Duration.ofMinutes(3));
        succeeds(other.pass(bucket));
    }
}
