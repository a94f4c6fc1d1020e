package io.motorpool.domain.reconciliation;

import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.reconciliation.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.reconciliation.DifferenceRule.About;
import io.motorpool.domain.reconciliation.ReconciliationRefusal.RuleIsOver;
import io.motorpool.domain.reconciliation.Verdict.DecisionDiff;
import io.motorpool.domain.reconciliation.Verdict.ExtraNew;
import io.motorpool.domain.reconciliation.Verdict.FieldDiff;
import io.motorpool.domain.reconciliation.Verdict.FieldDifference;
import io.motorpool.domain.reconciliation.Verdict.Known;
import io.motorpool.domain.reconciliation.Verdict.Match;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import io.motorpool.domain.reconciliation.Verdict.MissingNew;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal.OffGrid;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceRuleTest {

    private static final Verdict OFF_GRID =
            DecisionDiff.of(new Position(1, 0), ShadowStep.RESERVE, new OffGrid(ReservationPolicy.GRID));
    private static final Verdict TWO_FIELDS = new FieldDiff(
            List.of(new FieldDifference("/driver", "a", "b"), new FieldDifference("/corporate", "true", "false")));

    @Test
    void a_difference_is_known_while_a_rule_about_it_holds_and_unexplained_again_when_it_expires() {
        DifferenceRule rule = rule(1, new About.OfDecision("OffGrid", ShadowStep.RESERVE));

        assertThat(explained(OFF_GRID, rule)).isEqualTo(new Known(OFF_GRID, List.of(rule.id())));
        assertThat(DifferenceRule.explained(OFF_GRID, List.of(rule), rule.until()))
                .isEqualTo(OFF_GRID);
        assertThat(DifferenceRule.explained(OFF_GRID, List.of(rule), rule.from().minusSeconds(1)))
                .isEqualTo(OFF_GRID);
    }

    @Test
    void a_rule_about_a_refusal_may_name_the_step_or_leave_it_open() {
        assertThat(explained(OFF_GRID, rule(1, new About.OfDecision("OffGrid", null)))
                        .kind())
                .isEqualTo(Verdict.Kind.KNOWN_DIFFERENCE);
        assertThat(explained(OFF_GRID, rule(1, new About.OfDecision("OffGrid", ShadowStep.RESCHEDULE))))
                .isEqualTo(OFF_GRID);
        assertThat(explained(OFF_GRID, rule(1, new About.OfDecision("TooShort", null))))
                .isEqualTo(OFF_GRID);
    }

    @Test
    void of_several_fields_each_has_to_be_explained() {
        DifferenceRule driver = rule(1, new About.OfField("/driver"));
        DifferenceRule tag = rule(2, new About.OfField("/corporate"));

        assertThat(explained(TWO_FIELDS, driver)).isEqualTo(TWO_FIELDS);
        assertThat(explained(TWO_FIELDS, driver, tag)).isEqualTo(new Known(TWO_FIELDS, List.of(driver.id(), tag.id())));
    }

    @Test
    void removals_and_what_is_missing_can_be_explained_and_a_match_needs_no_explanation() {
        assertThat(explained(new ExtraNew(), rule(1, new About.OfRemoval())).kind())
                .isEqualTo(Verdict.Kind.KNOWN_DIFFERENCE);
        assertThat(explained(new MissingNew(Missing.COMPANY), rule(1, new About.OfMissing(Missing.VEHICLE))))
                .isEqualTo(new MissingNew(Missing.COMPANY));
        assertThat(explained(new Match(), rule(1, new About.OfRemoval()))).isEqualTo(new Match());
    }

    @Test
    void nothing_is_known_for_ever() {
        assertThatThrownBy(() -> new DifferenceRule(
                        new RuleId(new UUID(1, 1)), KIM, new About.OfRemoval(), "정리", at(9, 0), at(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_rule_that_would_be_over_is_refused() {
        RuleId id = new RuleId(new UUID(1, 1));

        assertThat(DifferenceRule.beginning(id, KIM, new About.OfRemoval(), "정리", at(9, 0), at(9, 0)))
                .isEqualTo(Decision.refuse(new RuleIsOver(at(9, 0))));
        assertThat(DifferenceRule.beginning(id, KIM, new About.OfRemoval(), "정리", at(9, 0), at(9, 1)))
                .isEqualTo(
                        Decision.accept(new DifferenceRule(id, KIM, new About.OfRemoval(), "정리", at(9, 0), at(9, 1))));
    }

    @Test
    void what_it_is_about_is_named_as_signatures_name_it() {
        assertThat(About.named(OFF_GRID.signature())).isEqualTo(new About.OfDecision("OffGrid", ShadowStep.RESERVE));
        assertThat(About.named(new ExtraNew().signature())).isEqualTo(new About.OfRemoval());
        assertThat(About.named(new MissingNew(Missing.VEHICLE).signature()))
                .isEqualTo(new About.OfMissing(Missing.VEHICLE));
        for (About about : List.of(
                new About.OfField("/driver"),
                new About.OfDecision("OffGrid", null),
                new About.OfDecision("OffGrid", ShadowStep.RESCHEDULE),
                new About.OfRemoval(),
                new About.OfMissing(Missing.COMPANY))) {
            assertThat(About.named(about.name())).isEqualTo(about);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MATCH",
                "FIELD_DIFF",
                "FIELD_DIFF driver",
                "DECISION_DIFF JUMP OffGrid",
                "MISSING_NEW DRIVER",
                "EXTRA_NEW ",
                "UNPROCESSABLE"
            })
    void what_is_no_difference_names_nothing(String name) {
        assertThatThrownBy(() -> About.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict explained(Verdict verdict, DifferenceRule... rules) {
        return DifferenceRule.explained(verdict, List.of(rules), at(9, 0));
    }

    private static DifferenceRule rule(long number, About about) {
        return new DifferenceRule(new RuleId(new UUID(1, number)), KIM, about, "알려진 차이", at(8, 0), at(18, 0));
    }
}
