package io.motorpool.domain.identity;

import java.text.Normalizer;

/**
 * What somebody typed as a password. The same characters typed on another keyboard are the same password (NFKC).
 *
 * @param text never shown, never stored
 */
public record Password(String text) {

    /** Above any password that is accepted; what is longer is not worth a look. */
    public static final int LONGEST_INPUT = 1_024;

    public Password {
        if (text.isEmpty() || text.length() > LONGEST_INPUT) {
            throw new IllegalArgumentException("a password has 1 to %d characters".formatted(LONGEST_INPUT));
        }
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (text.codePoints().anyMatch(Password::cannotBeStored)) {
            throw new IllegalArgumentException("a password must not contain control characters");
        }
    }

    private static boolean cannotBeStored(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    /** In characters as people count them. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return "(password)";
    }
}
