package io.motorpool.domain.fleet;

import java.util.Locale;
import java.util.regex.Pattern;

/** A vehicle identification number (ISO 3779): 17 capital letters and digits, never I, O or Q. */
public record Vin(String value) {

    private static final Pattern FORM = Pattern.compile("[A-HJ-NPR-Z0-9]{17}");

    public Vin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a VIN has 17 letters and digits without I, O and Q");
        }
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
