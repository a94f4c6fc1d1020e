package io.motorpool.domain.settlement;

import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a company is shown: one section per route, its runs in the order in which they departed, its extra costs, a subtotal;
 * and under all of them supply, tax and total. The headers are made from the lines, so they cannot disagree.
 */
public record Statement(SettlementHead head, Party party, List<Section> sections) {

    /** Who is billed, as they were called at that moment. */
    public record Party(String name, BusinessNumber businessNumber) {}

    /** One route. */
    public record Section(RouteId route, String name, List<OfRun> runs, List<OfExtraCost> extraCosts) {

        private static final Comparator<OfRun> BY_DEPARTURE = Comparator.comparing(OfRun::departure)
                .thenComparing(line -> line.run().value());
        private static final Comparator<OfExtraCost> BY_DAY = Comparator.comparing(OfExtraCost::serviceDate)
                .thenComparing(OfExtraCost::kind)
                .thenComparing(OfExtraCost::reference);

        public Section {
            runs = runs.stream().sorted(BY_DEPARTURE).toList();
            extraCosts = extraCosts.stream().sorted(BY_DAY).toList();
            if (Stream.concat(runs.stream(), extraCosts.stream())
                    .anyMatch(line -> !line.route().equals(route))) {
                throw new IllegalArgumentException("a line of another route stands under " + route);
            }
        }

        public Amount supply() {
            return sum().supply();
        }

        /** What a database would come to that adds up the same lines. */
        public RouteSum sum() {
            return new RouteSum(
                    route,
                    runs.size(),
                    Amount.sum(runs.stream().map(OfRun::amount).toList()),
                    extraCosts.size(),
                    Amount.sum(extraCosts.stream().map(OfExtraCost::amount).toList()));
        }
    }

    public Statement {
        sections = sections.stream()
                .sorted(Comparator.comparing(section -> section.route().value().toString()))
                .toList();
        if (sections.stream().map(Section::route).distinct().count() != sections.size()) {
            throw new IllegalArgumentException("a route has one section");
        }
    }

    /** Empty when the lines come to less than nothing, which is never billed (P3). */
    public Optional<Totals> totals() {
        return Amount.sum(sections.stream().map(Section::supply).toList())
                .asMoney()
                .map(Totals::on);
    }

    /**
     * The tax, shared out over the sections for those who book by route. For information: it is split from the document's
     * tax, to the won, and never added up to it (P2). A section that only takes something off bears none.
     */
    public List<Money> vatShares() {
        List<Long> weights = sections.stream()
                .map(section -> Math.max(0, section.supply().won()))
                .toList();
        Money vat = totals().map(Totals::vat).orElse(Money.NONE);
        return vat.equals(Money.NONE) ? weights.stream().map(_ -> Money.NONE).toList() : vat.allocate(weights);
    }
}
