package io.motorpool.domain.route;

import io.motorpool.domain.shared.Money;
import java.time.LocalDate;

/**
 * What one run of a route costs from a day on.
 *
 * @param version 1 for the first rate of a route, one more with each: whoever copies a price says which one it was
 */
public record Rate(int version, LocalDate validFrom, Money price) {

    public Rate {
        if (version < 1) {
            throw new IllegalArgumentException("a rate's version is at least 1, not " + version);
        }
        if (price.equals(Money.NONE)) {
            throw new IllegalArgumentException("a rate of nothing is no rate");
        }
    }
}
