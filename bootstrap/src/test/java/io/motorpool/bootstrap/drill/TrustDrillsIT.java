package io.motorpool.bootstrap.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.ReconciliationDrill;
import io.motorpool.sandbox.drill.RotationDrill;
import io.motorpool.sandbox.drill.keys.Mood;
import io.motorpool.sandbox.drill.keys.Pace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others build on while it changes: the keys that tokens are signed with, and the verdicts on the legacy system. */
class TrustDrillsIT {

    @Test
    void keys_are_rotated_under_load_while_their_store_talks_nonsense_and_nobody_is_turned_away() throws Exception {
        assertThat(Shortened.hold(new RotationDrill(Pace.SHORT, List.of(Mood.GARBAGE))))
                .isEmpty();
    }

    @Test
    void the_legacy_systems_day_gives_the_same_verdicts_however_it_is_told_and_nothing_live_notices() throws Exception {
        assertThat(Shortened.hold(new ReconciliationDrill(10_000, 3))).isEmpty();
    }
}
