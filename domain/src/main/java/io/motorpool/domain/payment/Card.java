package io.motorpool.domain.payment;

import io.motorpool.domain.shared.Text;
import java.time.YearMonth;

/**
 * A card on file: a reference, never its number.
 *
 * @param lastFour the last four digits, for people to tell their cards apart
 * @param expiry the last month (in Seoul, P1) in which it is good
 */
public record Card(InstrumentId id, CardOwner owner, CardToken token, String brand, String lastFour, YearMonth expiry) {

    public static final int LONGEST_BRAND = 30;

    public Card {
        Text.check("a card brand", brand, LONGEST_BRAND);
        if (!lastFour.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("a card shows its last four digits");
        }
    }

    public boolean isGoodIn(YearMonth month) {
        return !month.isAfter(expiry);
    }

    /** Without what it could be paid with, and without what it could be recognised by (P19). */
    @Override
    public String toString() {
        return "card " + id;
    }
}
