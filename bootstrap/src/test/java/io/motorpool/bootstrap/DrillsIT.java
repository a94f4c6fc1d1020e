package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.drill.Drill;
import io.motorpool.sandbox.drill.KafkaDrill;
import io.motorpool.sandbox.drill.KillDrill;
import io.motorpool.sandbox.drill.PaymentDrill;
import io.motorpool.sandbox.drill.PostgresDrill;
import io.motorpool.sandbox.drill.ReconciliationDrill;
import io.motorpool.sandbox.drill.RotationDrill;
import io.motorpool.sandbox.drill.SapDrill;
import io.motorpool.sandbox.drill.SettlementDrill;
import io.motorpool.sandbox.drill.TwoNodesDrill;
import io.motorpool.sandbox.drill.bill.Weather;
import io.motorpool.sandbox.drill.keys.Mood;
import io.motorpool.sandbox.drill.keys.Pace;
import io.motorpool.sandbox.drill.pay.Storm;
import io.motorpool.sandbox.ground.Ground;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The drills, shortened: enough to see a promise break in the suite. {@code ./motorpool drill} holds them in full. Each has
 * parts of its own, because it breaks them.
 */
class DrillsIT {

    @Test
    void an_application_that_is_killed_under_load_loses_doubles_and_invents_nothing() throws Exception {
        assertThat(hold(new KillDrill(2))).isEmpty();
    }

    @Test
    void a_database_that_is_killed_under_load_is_answered_for_with_503_and_missed_for_no_longer_than_it_is_away()
            throws Exception {
        assertThat(hold(new PostgresDrill(List.of(PostgresDrill.Fall.KILLED), Duration.ofSeconds(1))))
                .isEmpty();
    }

    @Test
    void reservations_do_not_notice_that_kafka_is_away_and_facts_catch_up() throws Exception {
        assertThat(hold(new KafkaDrill(1, Duration.ofSeconds(8)))).isEmpty();
    }

    @Test
    void two_nodes_know_of_each_other_in_time_and_do_nothing_twice() throws Exception {
        assertThat(hold(new TwoNodesDrill(Duration.ofSeconds(2), 24, 10))).isEmpty();
    }

    @Test
    void keys_are_rotated_under_load_while_their_store_talks_nonsense_and_nobody_is_turned_away() throws Exception {
        assertThat(hold(new RotationDrill(Pace.SHORT, List.of(Mood.GARBAGE)))).isEmpty();
    }

    @Test
    void an_application_that_is_killed_while_months_are_settled_leaves_each_before_or_after_and_one_document()
            throws Exception {
        assertThat(hold(new SettlementDrill(1, 3, false))).isEmpty();
    }

    @Test
    void dispatches_do_not_notice_that_sap_is_away_and_everything_is_in_sap_once_in_the_end() throws Exception {
        assertThat(hold(new SapDrill(4, Duration.ofSeconds(2), List.of(Weather.DOWN, Weather.LOSING_ANSWERS))))
                .isEmpty();
    }

    @Test
    void a_gateway_that_loses_answers_and_a_node_that_is_killed_leave_the_same_in_both_books() throws Exception {
        assertThat(hold(new PaymentDrill(12, List.of(Storm.LOSING_ANSWERS)))).isEmpty();
    }

    @Test
    void the_legacy_systems_day_gives_the_same_verdicts_however_it_is_told_and_nothing_live_notices() throws Exception {
        assertThat(hold(new ReconciliationDrill(10_000, 3))).isEmpty();
    }

    private static List<String> hold(Drill drill) throws Exception {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        out.println("drill " + drill.name());
        Path folder = Path.of("target", "drills", drill.name()).toAbsolutePath();
        return drill.hold(Ground.cleared(folder, ApplicationJar.builtIn(RunningSystem.project()), out));
    }
}
