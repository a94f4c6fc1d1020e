package io.motorpool.domain.reconciliation;

import static io.motorpool.domain.reconciliation.Fixtures.MASTERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.reconciliation.Verdict.DecisionDiff;
import io.motorpool.domain.reconciliation.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Traffic is made from a seed, so what fails can be made again. */
class ReconciliationPropertiesTest {

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_stream_that_is_doubled_disordered_rekeyed_resnapshotted_and_full_of_tombstones_gives_the_same_verdicts(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int changes) {
        List<ChangeEvent> clean = LegacyTraffic.clean(seed, changes);

        List<ChangeEvent> spoilt = LegacyTraffic.events(LegacyTraffic.spoilt(clean, new Random(~seed)));

        assertThat(comparable(verdicts(spoilt))).isEqualTo(comparable(verdicts(clean)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void changes_of_those_that_share_neither_vehicle_nor_driver_change_no_verdict(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int changes) {
        List<ChangeEvent> events = LegacyTraffic.clean(seed, changes);

        for (LegacyNumber number : numbers(events)) {
            assertThat(ShadowComparison.of(number, around(number, events), MASTERS))
                    .isEqualTo(ShadowComparison.of(number, events, MASTERS));
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void the_shortest_history_still_differs_and_without_any_of_its_events_it_agrees(
            @ForAll long seed, @ForAll @IntRange(min = 20, max = 60) int changes) {
        List<ChangeEvent> events = LegacyTraffic.clean(seed, changes);
        for (LegacyNumber number : numbers(events)) {
            Predicate<List<ChangeEvent>> differs = history -> differs(number, history);
            if (!differs.test(events)) {
                continue;
            }

            List<ChangeEvent> shortest = ShortestHistory.of(events, differs);

            assertThat(differs.test(shortest)).isTrue();
            assertThat(events).containsAll(shortest);
            for (int i = 0; i < shortest.size(); i++) {
                List<ChangeEvent> without = new ArrayList<>(shortest);
                without.remove(i);
                assertThat(differs.test(without)).isFalse();
            }
        }
    }

    @Test
    void a_double_booking_in_a_long_history_comes_down_to_two_bookings() {
        ChangeEvent first =
                Fixtures.created(Fixtures.FIRST, 10_000, Fixtures.at(8, 0), Fixtures.waiting(Fixtures.hours(9, 11)));
        ChangeEvent second = Fixtures.created(
                Fixtures.SECOND,
                10_001,
                Fixtures.at(8, 1),
                Fixtures.reserved(
                        io.motorpool.domain.fleet.Fixtures.SONATA,
                        io.motorpool.domain.company.Fixtures.LEE,
                        Fixtures.hours(10, 12)));
        List<ChangeEvent> events = new ArrayList<>();
        LegacyTraffic.clean(7, 60).stream()
                .map(event -> new ChangeEvent(
                        new LegacyNumber("X" + event.number()),
                        event.key(),
                        event.position(),
                        event.at().minusSeconds(864_000),
                        event.change()))
                .forEach(events::add);
        events.add(second);
        events.add(first);

        assertThat(ShortestHistory.of(events, history -> refusedAsTaken(Fixtures.SECOND, history)))
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void what_agrees_has_no_shortest_history_that_differs() {
        assertThatThrownBy(() -> ShortestHistory.of(List.of(), _ -> false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Otherwise the properties would hold because nothing ever differs. */
    @Test
    void the_traffic_shows_every_kind_of_difference_that_it_can() {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        for (long seed = 0; seed < 200; seed++) {
            verdicts(LegacyTraffic.clean(seed, 60)).values().forEach(verdict -> seen.add(verdict.kind()));
        }

        assertThat(seen).contains(Kind.MATCH, Kind.FIELD_DIFF, Kind.DECISION_DIFF, Kind.EXTRA_NEW, Kind.UNPROCESSABLE);
    }

    private static boolean refusedAsTaken(LegacyNumber number, List<ChangeEvent> history) {
        return ShadowComparison.of(number, history, MASTERS)
                .filter(verdict ->
                        verdict instanceof DecisionDiff diff && diff.refused().equals("VehicleTaken"))
                .isPresent();
    }

    private static boolean differs(LegacyNumber number, List<ChangeEvent> history) {
        return ShadowComparison.of(number, history, MASTERS)
                .filter(verdict -> verdict.kind().isUnexplained())
                .isPresent();
    }

    private static Map<LegacyNumber, Verdict> verdicts(List<ChangeEvent> events) {
        Map<LegacyNumber, Verdict> verdicts = new HashMap<>();
        numbers(events)
                .forEach(number -> ShadowComparison.of(number, events, MASTERS)
                        .ifPresent(verdict -> verdicts.put(number, verdict)));
        return verdicts;
    }

    /** A change that came under another key stands one place later; that is no difference. */
    private static Map<LegacyNumber, Verdict> comparable(Map<LegacyNumber, Verdict> verdicts) {
        Map<LegacyNumber, Verdict> same = new HashMap<>();
        verdicts.forEach((number, verdict) -> same.put(
                number,
                verdict instanceof DecisionDiff(var position, var step, var refused, var detail)
                        ? new DecisionDiff(new Position(position.log(), 0), step, refused, detail)
                        : verdict));
        return same;
    }

    private static List<LegacyNumber> numbers(List<ChangeEvent> events) {
        return events.stream()
                .map(ChangeEvent::number)
                .distinct()
                .sorted(Comparator.comparing(LegacyNumber::value))
                .toList();
    }

    private static List<ChangeEvent> around(LegacyNumber number, List<ChangeEvent> events) {
        List<LegacyRow> own = rows(number, events);
        return events.stream()
                .filter(event -> event.number().equals(number)
                        || rows(event.number(), events).stream()
                                .anyMatch(row -> own.stream().anyMatch(row::concerns)))
                .toList();
    }

    private static List<LegacyRow> rows(LegacyNumber number, List<ChangeEvent> events) {
        return events.stream()
                .filter(event -> event.number().equals(number))
                .map(History::image)
                .flatMap(Optional::stream)
                .filter(Image.Readable.class::isInstance)
                .map(image -> ((Image.Readable) image).row())
                .toList();
    }
}
