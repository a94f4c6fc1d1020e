package io.motorpool.domain.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class VehicleContractNumberTest {

    private static final long MORE_THAN_WILL_EVER_BE_ISSUED = 99_999_999_999L;

    @Test
    void a_number_names_the_month_of_its_issue_in_seoul() {
        assertThat(VehicleContractNumber.issue(Instant.parse("2026-11-30T14:59:59Z"), 42))
                .hasToString("VC202611-000042");
        assertThat(VehicleContractNumber.issue(Instant.parse("2026-11-30T15:00:00Z"), 43))
                .hasToString("VC202612-000043");
    }

    @Property
    void a_number_has_at_most_twenty_characters(
            @ForAll @LongRange(min = 1, max = MORE_THAN_WILL_EVER_BE_ISSUED) long drawn) {
        assertThat(VehicleContractNumber.issue(Instant.EPOCH, drawn).value())
                .hasSizeLessThanOrEqualTo(VehicleContractNumber.LONGEST);
    }

    @Test
    void what_is_too_long_or_formed_otherwise_is_no_number() {
        assertThatThrownBy(() -> VehicleContractNumber.issue(Instant.EPOCH, MORE_THAN_WILL_EVER_BE_ISSUED + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VehicleContractNumber("VC202611-42")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VehicleContractNumber("")).isInstanceOf(IllegalArgumentException.class);
    }
}
