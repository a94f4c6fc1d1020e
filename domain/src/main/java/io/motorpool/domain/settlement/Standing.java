package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.Amount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a company's month stands: everything that calculating it looks at. A database can add it up for many companies at once;
 * what follows from it is decided here.
 *
 * @param sums by route, in order of their ids
 * @param open runs that are neither completed nor cancelled
 * @param uncaptured completed runs whose price could be copied and is not
 * @param unpriced completed runs without a rate
 * @param undispatched completed runs that no vehicle contract covers
 * @param account on which the company is billed; absent while nobody has named it
 */
public record Standing(
        List<RouteSum> sums,
        long open,
        long uncaptured,
        long unpriced,
        long undispatched,
        @Nullable ErpAccount account) {

    public Standing {
        sums = List.copyOf(sums);
    }

    /** Empty when the sum is below zero. */
    public Optional<Totals> totals() {
        return sums.stream()
                .map(RouteSum::supply)
                .reduce(Amount.NONE, Amount::plus)
                .asMoney()
                .map(Totals::on);
    }

    public long lines() {
        return sums.stream().mapToLong(sum -> sum.runs() + sum.extraCostLines()).sum();
    }

    /** Whether the month says nothing of the company at all: no line, and nothing that could become one. */
    public boolean isEmpty() {
        return lines() == 0 && open + uncaptured + unpriced + undispatched == 0;
    }
}
