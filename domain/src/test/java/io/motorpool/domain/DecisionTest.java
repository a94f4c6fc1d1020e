package io.motorpool.domain;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.company.CompanyRefusal;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final CompanyRefusal NO = new CompanyRefusal.AlreadyMember();

    private final Decision<String, CompanyRefusal> accepted = accept("four");
    private final Decision<String, CompanyRefusal> refused = refuse(NO);

    @Test
    void what_is_accepted_can_be_turned_into_something_else() {
        assertThat(accepted.map(String::length)).isEqualTo(accept(4));
    }

    @Test
    void a_refusal_stays_the_same_whatever_would_have_followed() {
        assertThat(refused.map(String::length)).isEqualTo(refuse(NO));
        assertThat(refused.then(value -> accept(value.length()))).isEqualTo(refuse(NO));
    }

    @Test
    void a_further_decision_is_taken_only_after_acceptance() {
        assertThat(accepted.then(value -> accept(value.length()))).isEqualTo(accept(4));
        assertThat(accepted.<Integer>then(_ -> refuse(NO))).isEqualTo(refuse(NO));
    }

    @Test
    void either_outcome_gives_one_answer() {
        assertThat(accepted.<String>fold(value -> "yes " + value, _ -> "no")).isEqualTo("yes four");
        assertThat(refused.<String>fold(value -> "yes " + value, reason -> "no " + reason))
                .isEqualTo("no " + NO);
    }

    @Test
    void widening_changes_neither_outcome() {
        assertThat(accepted.widened()).isEqualTo(accept("four"));
        assertThat(refused.widened()).isEqualTo(refuse(NO));
    }
}
