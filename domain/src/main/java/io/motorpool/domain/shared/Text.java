package io.motorpool.domain.shared;

/** What every piece of free text that enters the model must be. */
public final class Text {

    private Text() {}

    /**
     * Refuses text that is blank, padded, longer than the limit in code points, or holds what nobody can see or store:
     * control characters, line separators, halves of a surrogate pair, marks that reverse the direction of writing.
     */
    public static void check(String what, String value, int longest) {
        if (value.codePoints().noneMatch(Text::isVisible)) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (isSpace(value.codePointAt(0)) || isSpace(value.codePointBefore(value.length()))) {
            throw new IllegalArgumentException(what + " must not begin or end with a space");
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw new IllegalArgumentException("%s has at most %d characters".formatted(what, longest));
        }
        if (value.codePoints().anyMatch(Text::isForbidden)) {
            throw new IllegalArgumentException(what + " must not contain control characters");
        }
    }

    private static boolean isVisible(int character) {
        return !isSpace(character) && !isForbidden(character) && Character.getType(character) != Character.FORMAT;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> reversesDirection(character);
            default -> false;
        };
    }

    /** With these a name can be made to read as another one. */
    private static boolean reversesDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
