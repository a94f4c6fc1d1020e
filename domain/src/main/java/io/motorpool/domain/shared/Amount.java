package io.motorpool.domain.shared;

import java.util.Collection;
import java.util.Optional;

/** Won that may be owed in either direction: a credit, an adjustment with its reason (P3), a sum over such. */
public record Amount(long won) {

    public static final Amount NONE = new Amount(0);

    public Amount {
        if (won < -Money.LARGEST_WON || won > Money.LARGEST_WON) {
            throw new IllegalArgumentException("%d is no amount of money".formatted(won));
        }
    }

    public static Amount of(Money money) {
        return new Amount(money.won());
    }

    public static Amount sum(Collection<Amount> parts) {
        return new Amount(parts.stream().mapToLong(Amount::won).reduce(0, Math::addExact));
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(won, other.won));
    }

    public Amount negated() {
        return new Amount(-won);
    }

    public boolean isNegative() {
        return won < 0;
    }

    /** The amount as a sum of money; empty when it is below zero. */
    public Optional<Money> asMoney() {
        return isNegative() ? Optional.empty() : Optional.of(new Money(won));
    }

    @Override
    public String toString() {
        return (won < 0 ? "-₩" : "₩") + Math.abs(won);
    }
}
