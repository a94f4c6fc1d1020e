package io.motorpool.bootstrap.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.KafkaDrill;
import io.motorpool.sandbox.drill.KillDrill;
import io.motorpool.sandbox.drill.PostgresDrill;
import io.motorpool.sandbox.drill.TwoNodesDrill;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks under reservations: the application, the database, the broker; and a second node beside the first. */
class OutageDrillsIT {

    @Test
    void an_application_that_is_killed_under_load_loses_doubles_and_invents_nothing() throws Exception {
        assertThat(Shortened.hold(new KillDrill(2))).isEmpty();
    }

    @Test
    void a_database_that_is_killed_under_load_is_answered_for_with_503_and_missed_for_no_longer_than_it_is_away()
            throws Exception {
        assertThat(Shortened.hold(new PostgresDrill(List.of(PostgresDrill.Fall.KILLED), Duration.ofSeconds(1))))
                .isEmpty();
    }

    @Test
    void reservations_do_not_notice_that_kafka_is_away_and_facts_catch_up() throws Exception {
        assertThat(Shortened.hold(new KafkaDrill(1, Duration.ofSeconds(8)))).isEmpty();
    }

    @Test
    void two_nodes_know_of_each_other_in_time_and_do_nothing_twice() throws Exception {
        assertThat(Shortened.hold(new TwoNodesDrill(Duration.ofSeconds(2), 24, 10)))
                .isEmpty();
    }
}
