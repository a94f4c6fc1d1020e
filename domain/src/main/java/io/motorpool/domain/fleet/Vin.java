package io.motorpool.domain.fleet;

import java.util.Locale;

/** A vehicle identification number (ISO 3779): 17 capital letters and digits, never I, O or Q. */
public record Vin(String value) {

    private static final int LENGTH = 17;

    public Vin {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a VIN has 17 letters and digits without I, O and Q");
        }
    }

    /** By hand, and not by a pattern: each row of a list of vehicles is held against it. */
    private static boolean isWellFormed(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isUsed(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUsed(char character) {
        return (character >= '0' && character <= '9')
                || (character >= 'A' && character <= 'Z' && character != 'I' && character != 'O' && character != 'Q');
    }

    /** Reads small letters too; only plain ones, because the capital of a foreign letter can be a plain one. */
    public static Vin parse(String text) {
        boolean plain = text.chars().allMatch(letter -> letter < 128);
        return new Vin(plain ? text.toUpperCase(Locale.ROOT) : text);
    }

    @Override
    public String toString() {
        return value;
    }
}
