package io.motorpool.domain.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ContractTermTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void a_term_of_a_single_day_is_a_term() {
        assertThat(new ContractTerm(FIRST, FIRST).until()).isEqualTo(FIRST);
    }

    @Test
    void a_term_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new ContractTerm(FIRST, FIRST.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_term_is_at_most_ten_years_long() {
        assertThat(new ContractTerm(FIRST, FIRST.plusYears(10)).from()).isEqualTo(FIRST);
        assertThatThrownBy(() -> new ContractTerm(FIRST, FIRST.plusYears(10).plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
