package io.motorpool.domain.shared;

/** What every piece of free text that enters the model must be. */
public final class Text {

    private Text() {}

    /** Refuses text that is blank, padded, longer than the limit in code points, or holds control characters. */
    public static void check(String what, String value, int longest) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (!value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " must not begin or end with a space");
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw new IllegalArgumentException("%s has at most %d characters".formatted(what, longest));
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must not contain control characters");
        }
    }
}
