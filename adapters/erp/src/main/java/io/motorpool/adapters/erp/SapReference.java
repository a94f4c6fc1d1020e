package io.motorpool.adapters.erp;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/**
 * Our ids in SAP's fields. The shortest that is used as a key has 25 characters and knows no small letters, so an id is
 * written to the base of 36: every one of the 2^128 has its own 25 characters.
 */
final class SapReference {

    static final int LENGTH = 25;
    private static final int BASE = 36;

    private SapReference() {}

    static String of(UUID id) {
        String digits = unsigned(id.getMostSignificantBits())
                .shiftLeft(Long.SIZE)
                .or(unsigned(id.getLeastSignificantBits()))
                .toString(BASE)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }
}
