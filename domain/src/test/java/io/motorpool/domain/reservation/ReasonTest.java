package io.motorpool.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.reservation.Reason.Code;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.Reason.TimerCode;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void a_note_has_one_to_five_hundred_characters() {
        assertThat(because("가".repeat(500)).note()).hasSize(500);
        assertThatThrownBy(() -> because("가".repeat(501))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> because("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> because("first line\nsecond line")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void people_and_timers_have_no_code_in_common_and_all_of_them_are_found_on_record() {
        assertThat(ReasonCode.values()).hasSize(8).extracting(Enum::name).doesNotContain(TimerCode.TIMER.name());
        assertThat(Code.named("TIMER")).isEqualTo(TimerCode.TIMER);
        assertThat(ReasonCode.values())
                .allSatisfy(code -> assertThat(Code.named(code.name())).isEqualTo(code));
        assertThatThrownBy(() -> Code.named("WEATHER")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reason because(String note) {
        return new Reason(ReasonCode.DRIVER_REQUEST, note);
    }
}
