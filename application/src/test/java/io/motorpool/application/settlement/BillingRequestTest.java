package io.motorpool.application.settlement;

import static io.motorpool.application.settlement.ErpFixtures.BILLING_DATE;
import static io.motorpool.application.settlement.ErpFixtures.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.settlement.BillingRequest.BillingKind;
import io.motorpool.application.settlement.BillingRequest.BillingLine;
import io.motorpool.application.settlement.BillingRequest.LineKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingRequestTest {

    @Test
    void the_total_is_the_sum_of_its_lines() {
        assertThat(ErpFixtures.aCharge("ST-1", 77_000).total()).isEqualTo(77_000);
    }

    @Test
    void only_an_adjustment_may_be_below_zero() {
        assertThatThrownBy(() -> new BillingLine(LineKind.RUNS, "셔틀", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new BillingLine(LineKind.ADJUSTMENT, "지연 감액", -1).won()).isEqualTo(-1);
    }

    @Test
    void nobody_is_billed_less_than_nothing() {
        List<BillingLine> lines =
                List.of(new BillingLine(LineKind.RUNS, "셔틀", 100), new BillingLine(LineKind.ADJUSTMENT, "지연 감액", -101));

        assertThatThrownBy(() -> new BillingRequest("ST-1", BillingKind.CHARGE, CUSTOMER, BILLING_DATE, lines))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lines_whose_sum_no_longer_fits_are_refused_instead_of_wrapping_around() {
        BillingLine line = new BillingLine(LineKind.RUNS, "셔틀", Long.MAX_VALUE);

        assertThatThrownBy(() ->
                        new BillingRequest("ST-1", BillingKind.CHARGE, CUSTOMER, BILLING_DATE, List.of(line, line)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "st-1", "ST 1", "-ST1", "ST'1", "S123456789012345678901234567890123456"})
    void a_number_that_could_be_read_as_something_else_is_refused(String number) {
        assertThatThrownBy(() -> ErpFixtures.aCharge(number, 77_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
