package io.motorpool.domain.route;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A captured price that differs from what the rates say today. Nothing follows from it: what is captured stays. It tells
 * whoever agreed a rate too late what that would have changed.
 */
public record Drift(RunId run, LocalDate serviceDate, Price captured, Price today) {

    /** A charge that stands, and the day on which its run departed. */
    public record Standing(Charge charge, LocalDate serviceDate) {}

    /** In the order of the charges. A newer version of a rate with the same price is no drift. */
    public static List<Drift> report(List<Standing> charges, RouteRates rates) {
        return charges.stream().flatMap(each -> of(each, rates).stream()).toList();
    }

    private static Optional<Drift> of(Standing standing, RouteRates rates) {
        Price captured = standing.charge().price();
        return rates.on(standing.serviceDate())
                .map(Price::of)
                .filter(today -> !today.money().equals(captured.money()))
                .map(today -> new Drift(standing.charge().run(), standing.serviceDate(), captured, today));
    }
}
