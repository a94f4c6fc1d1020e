package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.NINE;
import static io.motorpool.application.reconciliation.LegacyFixtures.aNumber;
import static io.motorpool.application.reconciliation.LegacyFixtures.next;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.motorpool.application.reconciliation.Verdicts.Compared;
import io.motorpool.application.reconciliation.Verdicts.Tally;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.ShadowStep;
import io.motorpool.domain.reconciliation.Verdict;
import io.motorpool.domain.reconciliation.Verdict.DecisionDiff;
import io.motorpool.domain.reconciliation.Verdict.ExtraNew;
import io.motorpool.domain.reconciliation.Verdict.FieldDiff;
import io.motorpool.domain.reconciliation.Verdict.FieldDifference;
import io.motorpool.domain.reconciliation.Verdict.Match;
import io.motorpool.domain.reconciliation.Verdict.Missing;
import io.motorpool.domain.reconciliation.Verdict.MissingNew;
import io.motorpool.domain.reconciliation.Verdict.Unprocessable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of verdicts promises. Other tests' verdicts may be in the same store. */
public interface VerdictsContract extends PortContract {

    Verdicts verdicts();

    @Test
    default void verdicts_of_every_kind_are_found_as_they_were_stored() {
        for (Verdict verdict : List.of(
                new Match(),
                new FieldDiff(List.of(new FieldDifference("/driver", "a", "b"))),
                new DecisionDiff(next(), ShadowStep.RESERVE, "VehicleTaken", "VehicleTaken[kind=RESERVATION]"),
                new MissingNew(Missing.VEHICLE),
                new ExtraNew(),
                new Unprocessable(new Image.Unreadable("{}", "no end")))) {
            Compared compared = stored(verdict, NINE);

            assertThat(find(compared)).contains(compared);
        }
        assertThat(inTransaction(() -> verdicts().find(aNumber()))).isEmpty();
    }

    @Test
    default void a_later_verdict_takes_the_place_of_an_earlier_one() {
        Compared before = stored(new ExtraNew(), NINE);
        Compared after = new Compared(before.number(), new Match(), 3, NINE, NINE.plusSeconds(60));

        store(after);
        store(after);

        assertThat(find(before)).contains(after);
    }

    @Test
    default void several_are_stored_at_once_new_ones_and_later_ones() {
        Compared before = stored(new ExtraNew(), NINE);
        Compared after = new Compared(before.number(), new Match(), 3, NINE, NINE.plusSeconds(60));
        Compared another = new Compared(aNumber(), new MissingNew(Missing.COMPANY), 1, NINE, NINE.plusSeconds(60));

        inTransaction(() -> verdicts().store(List.of(another, after)));
        inTransaction(() -> verdicts().store(List.of()));

        assertThat(find(after)).contains(after);
        assertThat(find(another)).contains(another);
    }

    @Test
    default void they_are_counted_by_signature_and_by_the_day_in_seoul_of_the_last_change() {
        String path = "/" + Ids.next();
        Verdict one = new FieldDiff(List.of(new FieldDifference(path, "a", "b")));
        Verdict same = new FieldDiff(List.of(new FieldDifference(path, "c", "d")));
        Instant beforeMidnight = Instant.parse("2027-03-02T14:59:00Z");
        Compared _ = stored(one, beforeMidnight);
        Compared _ = stored(same, beforeMidnight);
        Compared _ = stored(same, beforeMidnight.plusSeconds(60));
        Compared _ = stored(one, Instant.parse("2027-01-01T00:00:00Z"));

        List<Tally> tallies = inTransaction(() -> verdicts().tallies(beforeMidnight)).stream()
                .filter(tally -> tally.sample().signature().equals(one.signature()))
                .toList();

        assertThat(tallies)
                .extracting(Tally::day, Tally::reservations)
                .containsExactlyInAnyOrder(tuple(LocalDate.of(2027, 3, 2), 2L), tuple(LocalDate.of(2027, 3, 3), 1L));
    }

    @Test
    default void samples_have_the_signature_in_order_and_are_no_more_than_asked_for() {
        Verdict verdict = new FieldDiff(List.of(new FieldDifference("/" + Ids.next(), "a", "b")));
        List<Compared> all = List.of(stored(verdict, NINE), stored(verdict, NINE), stored(verdict, NINE));

        assertThat(inTransaction(() -> verdicts().samples(verdict.signature(), 2)))
                .isEqualTo(all.subList(0, 2));
        assertThat(inTransaction(() -> verdicts().samples("FIELD_DIFF /nothing", 2)))
                .isEmpty();
    }

    private Compared stored(Verdict verdict, Instant changedAt) {
        Compared compared = new Compared(aNumber(), verdict, 2, changedAt, NINE.plusSeconds(600));
        store(compared);
        return compared;
    }

    private void store(Compared compared) {
        inTransaction(() -> verdicts().store(List.of(compared)));
    }

    private Optional<Compared> find(Compared compared) {
        return inTransaction(() -> verdicts().find(compared.number()));
    }
}
