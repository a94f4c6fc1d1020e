package io.motorpool.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.motorpool.domain.company.BillingPolicy;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstrumentChoiceTest {

    private final InstrumentId card = new InstrumentId(new UUID(0, 1));

    @Test
    void who_names_nothing_takes_the_usual() {
        assertThat(InstrumentChoice.of(null, null)).isEqualTo(new InstrumentChoice.TheUsual());
    }

    @Test
    void who_saw_that_the_company_is_billed_later_picks_that() {
        assertThat(InstrumentChoice.of(null, BillingPolicy.POSTPAID))
                .isEqualTo(new InstrumentChoice.Picked(new Instrument.Postpaid(), BillingPolicy.POSTPAID));
    }

    @ParameterizedTest
    @EnumSource(BillingPolicy.class)
    void a_card_is_picked_whatever_was_seen(BillingPolicy seen) {
        assertThat(InstrumentChoice.of(card, seen))
                .isEqualTo(new InstrumentChoice.Picked(new Instrument.ByCard(card), seen));
    }

    @ParameterizedTest
    @EnumSource(value = BillingPolicy.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTPAID")
    void where_cards_pay_one_is_named(BillingPolicy seen) {
        assertThatIllegalArgumentException().isThrownBy(() -> InstrumentChoice.of(null, seen));
    }
}
