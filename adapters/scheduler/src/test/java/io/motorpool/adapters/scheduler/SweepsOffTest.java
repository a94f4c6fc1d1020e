package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SweepsOffTest.Off.class)
class SweepsOffTest {

    /** A node that only serves. */
    public static final class Off implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("motorpool.sweeps.every", "off");
        }
    }

    @Inject
    Heard heard;

    @Test
    void sweeps_can_be_switched_off() throws Exception {
        // The other timer of the same length shows that time enough has passed.
        for (int wait = 0; wait < 100 && times("forget") < 2; wait++) {
            Thread.sleep(50);
        }

        assertThat(times("forget")).isGreaterThanOrEqualTo(2);
        assertThat(heard.calls()).contains("relay").doesNotContain("late returns", "no-shows");
    }

    private long times(String call) {
        return heard.calls().stream().filter(call::equals).count();
    }
}
