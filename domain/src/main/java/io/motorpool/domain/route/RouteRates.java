package io.motorpool.domain.route;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every rate that was ever agreed for a route. Rates are only added: one that was wrong is overtaken by another for the
 * same day, so that a price that was copied from it can still be explained.
 *
 * @param rates in order of their version
 */
public record RouteRates(RouteId route, CompanyId company, List<Rate> rates) {

    /**
     * Which of the rates that have begun is in force: the one that began last, and of several for that day the one agreed
     * last. Whoever prices set-wise orders by the same two.
     */
    public static final Comparator<Rate> IN_FORCE_LAST =
            Comparator.comparing(Rate::validFrom).thenComparing(Rate::version);

    public RouteRates {
        List<Rate> ordered =
                rates.stream().sorted(Comparator.comparing(Rate::version)).toList();
        if (IntStream.range(0, ordered.size()).anyMatch(i -> ordered.get(i).version() != i + 1)) {
            throw new IllegalArgumentException("the versions of a route's rates count from 1 without a gap");
        }
        rates = ordered;
    }

    public static RouteRates none(Route route) {
        return new RouteRates(route.id(), route.company(), List.of());
    }

    /** With the price from that day on; unchanged if that is what holds from that day anyway. */
    public RouteRates agree(LocalDate validFrom, Money price) {
        boolean known = on(validFrom)
                .filter(rate -> rate.validFrom().equals(validFrom))
                .filter(rate -> rate.price().equals(price))
                .isPresent();
        return known
                ? this
                : new RouteRates(
                        route,
                        company,
                        Stream.concat(rates.stream(), Stream.of(new Rate(rates.size() + 1, validFrom, price)))
                                .toList());
    }

    /** The rate in force; empty before the first one begins. */
    public Optional<Rate> on(LocalDate serviceDate) {
        return rates.stream()
                .filter(rate -> !rate.validFrom().isAfter(serviceDate))
                .max(IN_FORCE_LAST);
    }

    public Optional<Rate> version(int version) {
        return rates.stream().filter(rate -> rate.version() == version).findFirst();
    }
}
