package io.motorpool.domain.settlement;

import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an extra cost says, and may be corrected to say while its month is open.
 *
 * @param reason needed below zero, and only there (P3)
 */
public record ExtraCostLine(
        ExtraCostKey key, Amount amount, @Nullable AdjustmentReason reason, String description) {

    public static final int LONGEST_DESCRIPTION = 100;

    public ExtraCostLine {
        Text.check("a description", description, LONGEST_DESCRIPTION);
        if (amount.equals(Amount.NONE)) {
            throw new IllegalArgumentException("an extra cost of nothing is none");
        }
        if (amount.isNegative() && reason == null) {
            throw new IllegalArgumentException("what takes %s off says why".formatted(amount));
        }
        if (!amount.isNegative() && reason != null) {
            throw new IllegalArgumentException("only what takes something off has a reason for it");
        }
    }
}
