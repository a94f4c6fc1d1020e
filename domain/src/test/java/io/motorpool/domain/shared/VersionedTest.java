package io.motorpool.domain.shared;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.access.AccessRefusal;
import org.junit.jupiter.api.Test;

class VersionedTest {

    @Test
    void versions_count_up_from_zero_and_never_below_it() {
        assertThat(Version.FIRST).isEqualTo(new Version(0));
        assertThat(Version.FIRST.next()).isEqualTo(new Version(1));
        assertThatThrownBy(() -> new Version(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void who_saw_the_current_version_may_go_on() {
        var stored = new Versioned<>("a vehicle", new Version(4));

        assertThat(stored.ifStill(new Version(4))).isEqualTo(accept("a vehicle"));
    }

    @Test
    void who_saw_any_other_version_is_refused() {
        var stored = new Versioned<>("a vehicle", new Version(4));

        assertThat(stored.ifStill(new Version(3)))
                .isEqualTo(refuse(new AccessRefusal.Stale(new Version(3), new Version(4))));
        assertThat(stored.ifStill(new Version(5)))
                .isEqualTo(refuse(new AccessRefusal.Stale(new Version(5), new Version(4))));
    }

    @Test
    void what_an_aggregate_became_is_stored_under_the_version_it_came_from() {
        assertThat(new Versioned<>("a vehicle", new Version(4)).with("a cleaner vehicle"))
                .isEqualTo(new Versioned<>("a cleaner vehicle", new Version(4)));
    }
}
