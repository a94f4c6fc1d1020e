package io.motorpool.domain.route;

import io.motorpool.domain.shared.Money;

/** What a run costs, copied by value together with the version of the rate that said so. */
public record Price(int rateVersion, Money money) {

    public static Price of(Rate rate) {
        return new Price(rate.version(), rate.price());
    }
}
