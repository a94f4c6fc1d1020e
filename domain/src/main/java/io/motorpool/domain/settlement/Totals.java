package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.Money;

/**
 * What a document asks for.
 *
 * @param supply before tax
 * @param vat taken once, on the supply total (P2)
 */
public record Totals(Money supply, Money vat) {

    public Totals {
        if (!vat.equals(supply.vat())) {
            throw new IllegalArgumentException("the tax on %s is not %s".formatted(supply, vat));
        }
    }

    public static Totals on(Money supply) {
        return new Totals(supply, supply.vat());
    }

    public Money total() {
        return supply.plus(vat);
    }
}
