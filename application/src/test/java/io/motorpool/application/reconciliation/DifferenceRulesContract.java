package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.reconciliation.DifferenceRule;
import io.motorpool.domain.reconciliation.DifferenceRule.About;
import io.motorpool.domain.reconciliation.RuleId;
import io.motorpool.domain.reconciliation.ShadowStep;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every keeper of rules about differences promises. Other tests' rules may be in the same store. */
public interface DifferenceRulesContract extends PortContract {

    DifferenceRules rules();

    @Test
    default void rules_of_every_kind_are_found_as_they_were_stored_in_order_of_their_beginning() {
        List<DifferenceRule> stored = Stream.<About>of(
                        new About.OfField("/driver"),
                        new About.OfDecision("VehicleTaken", ShadowStep.RESERVE),
                        new About.OfDecision("OffGrid", null),
                        new About.OfRemoval(),
                        new About.OfMissing(Missing.COMPANY))
                .map(this::stored)
                .toList();

        stored.forEach(
                rule -> assertThat(inTransaction(() -> rules().find(rule.id()))).contains(rule));
        assertThat(inTransaction(() -> rules().all()))
                .containsAll(stored)
                .isSortedAccordingTo((one, other) -> one.from().compareTo(other.from()));
        assertThat(inTransaction(() -> rules().find(new RuleId(Ids.next())))).isEmpty();
    }

    @Test
    default void a_rule_that_ends_earlier_takes_its_own_place() {
        DifferenceRule rule = stored(new About.OfRemoval());
        DifferenceRule ended = rule.endedAt(NINE.plusSeconds(60));

        inTransaction(() -> rules().store(ended));

        assertThat(inTransaction(() -> rules().find(rule.id()))).contains(ended);
        assertThat(inTransaction(() -> rules().all())).doesNotContain(rule);
    }

    private DifferenceRule stored(About about) {
        DifferenceRule rule = new DifferenceRule(
                new RuleId(Ids.next()), new UserId(Ids.next()), about, "알려진 차이", NINE, NINE.plusSeconds(3_600));
        return inTransaction(() -> rules().store(rule).replaceWith(rule));
    }
}
