package io.motorpool.bootstrap.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.PaymentDrill;
import io.motorpool.sandbox.drill.SapDrill;
import io.motorpool.sandbox.drill.SettlementDrill;
import io.motorpool.sandbox.drill.bill.Weather;
import io.motorpool.sandbox.drill.pay.Storm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What breaks between Motorpool and those who keep its money: SAP, the payment gateway, the node in the middle. */
class MoneyDrillsIT {

    @Test
    void an_application_that_is_killed_while_months_are_settled_leaves_each_before_or_after_and_one_document()
            throws Exception {
        assertThat(Shortened.hold(new SettlementDrill(1, 3, false))).isEmpty();
    }

    @Test
    void dispatches_do_not_notice_that_sap_is_away_and_everything_is_in_sap_once_in_the_end() throws Exception {
        assertThat(Shortened.hold(
                        new SapDrill(4, Duration.ofSeconds(2), List.of(Weather.DOWN, Weather.LOSING_ANSWERS))))
                .isEmpty();
    }

    @Test
    void a_gateway_that_loses_answers_and_a_node_that_is_killed_leave_the_same_in_both_books() throws Exception {
        assertThat(Shortened.hold(new PaymentDrill(12, List.of(Storm.LOSING_ANSWERS))))
                .isEmpty();
    }
}
