package io.motorpool.domain.settlement;

import static io.motorpool.domain.route.Fixtures.COMMUTE;
import static io.motorpool.domain.settlement.Fixtures.PARTY;
import static io.motorpool.domain.settlement.Fixtures.RETURN_TRIP;
import static io.motorpool.domain.settlement.Fixtures.aHead;
import static io.motorpool.domain.settlement.Fixtures.aLine;
import static io.motorpool.domain.settlement.Fixtures.aStanding;
import static io.motorpool.domain.settlement.Fixtures.aStatement;
import static io.motorpool.domain.settlement.Fixtures.anExtraCost;
import static io.motorpool.domain.settlement.Fixtures.sumsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StatementTest {

    @Test
    void lines_stand_in_the_order_in_which_the_runs_departed() {
        Section section = aStatement(List.of(aLine(3, 1), aLine(1, 1), aLine(2, 1)), List.of())
                .sections()
                .getFirst();

        assertThat(section.runs().stream().map(line -> line.run().value().getLeastSignificantBits()))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_line_stands_under_its_own_route_and_a_route_has_one_section() {
        Section section = new Section(COMMUTE, "출근", List.of(), List.of());

        assertThatThrownBy(() -> new Section(RETURN_TRIP, "퇴근", List.of(aLine(1, 1)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Statement(aHead(), PARTY, List.of(section, section)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_tax_is_taken_once_on_the_supply_total() {
        Statement statement = aStatement(List.of(aLine(1, 19), aLine(2, 19)), List.of());

        assertThat(statement.totals()).contains(new Totals(Money.won(38), Money.won(3)));
        assertThatThrownBy(() -> new Totals(Money.won(38), Money.won(2))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Totals.on(Money.won(38)).total()).isEqualTo(Money.won(41));
    }

    @Property
    void the_sums_of_the_lines_are_the_headers(@ForAll("sections") List<Section> sections) {
        Statement statement = new Statement(aHead(), PARTY, sections);
        long lines = sections.stream()
                .mapToLong(section -> section.runs().stream()
                                .mapToLong(line -> line.amount().won())
                                .sum()
                        + section.extraCosts().stream()
                                .mapToLong(line -> line.amount().won())
                                .sum())
                .sum();

        assertThat(Amount.sum(statement.sections().stream().map(Section::supply).toList()))
                .isEqualTo(new Amount(lines));
        assertThat(statement.totals().map(Totals::supply)).isEqualTo(new Amount(lines).asMoney());
        statement.totals().ifPresent(totals -> {
            assertThat(totals.vat().won()).isEqualTo(lines / 10);
            assertThat(totals.total().won()).isEqualTo(lines + lines / 10);
        });
    }

    @Property
    void what_a_database_adds_up_is_what_the_lines_add_up_to(@ForAll("sections") List<Section> sections) {
        Statement statement = new Statement(aHead(), PARTY, sections);

        Standing setWise = aStanding(0, 0, 0, 0, sumsOf(statement));

        assertThat(setWise.totals()).isEqualTo(statement.totals());
        assertThat(setWise.lines())
                .isEqualTo(sections.stream()
                        .mapToLong(section ->
                                section.runs().size() + section.extraCosts().size())
                        .sum());
    }

    @Property
    void the_tax_that_is_shared_out_over_routes_loses_nothing(@ForAll("sections") List<Section> sections) {
        Statement statement = new Statement(aHead(), PARTY, sections);

        assertThat(Money.sum(statement.vatShares()))
                .isEqualTo(statement.totals().map(Totals::vat).orElse(Money.NONE));
        assertThat(statement.vatShares()).hasSameSizeAs(sections);
    }

    @Provide
    Arbitrary<List<Section>> sections() {
        Arbitrary<List<Long>> prices =
                Arbitraries.longs().between(1, 500_000).list().ofMaxSize(12);
        Arbitrary<List<Long>> costs = Arbitraries.longs()
                .between(-300_000, 300_000)
                .filter(won -> won != 0)
                .list()
                .ofMaxSize(6);
        return Combinators.combine(prices, costs)
                .as((runs, extras) -> new long[][] {asArray(runs), asArray(extras)})
                .list()
                .ofMaxSize(4)
                .map(StatementTest::sectionsOf);
    }

    private static List<Section> sectionsOf(List<long[][]> amounts) {
        List<Section> sections = new ArrayList<>();
        for (long[][] each : amounts) {
            RouteId route = new RouteId(new UUID(10, sections.size()));
            List<OfRun> runs = new ArrayList<>();
            List<OfExtraCost> costs = new ArrayList<>();
            for (long won : each[0]) {
                runs.add(under(route, aLine(runs.size(), won)));
            }
            for (long won : each[1]) {
                costs.add(under(route, OfExtraCost.of(anExtraCost(costs.size(), "R-" + costs.size(), won))));
            }
            sections.add(new Section(route, "노선", runs, costs));
        }
        return sections;
    }

    private static OfRun under(RouteId route, OfRun line) {
        return new OfRun(
                line.run(),
                route,
                line.serviceDate(),
                line.departure(),
                line.contract(),
                line.rateVersion(),
                line.amount(),
                line.shown());
    }

    private static OfExtraCost under(RouteId route, OfExtraCost line) {
        return new OfExtraCost(
                line.cost(),
                route,
                line.serviceDate(),
                line.kind(),
                line.reference(),
                line.reason(),
                line.description(),
                line.amount());
    }

    private static long[] asArray(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }
}
