package io.motorpool.domain.shared;

/** What every piece of free text that enters the model must be. */
public final class Text {

    private static final int NONE = -1;
    private static final int JOINER = 0x200D;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int KEYCAP = 0x20E3;

    private Text() {}

    /**
     * Refuses text that is blank, padded, longer than the limit in code points, or holds what nobody can see: two texts
     * that look the same are the same. That rules out control and format characters, line separators, halves of a
     * surrogate pair, fillers, and variation selectors, except where they make an emoji or an ideograph what it is.
     */
    public static void check(String what, String value, int longest) {
        int[] characters = value.codePoints().toArray();
        if (isBlank(characters)) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (isSpace(characters[0]) || isSpace(characters[characters.length - 1])) {
            throw new IllegalArgumentException(what + " must not begin or end with a space");
        }
        if (characters.length > longest) {
            throw new IllegalArgumentException("%s has at most %d characters".formatted(what, longest));
        }
        for (int place = 0; place < characters.length; place++) {
            if (isHidden(characters, place)) {
                throw new IllegalArgumentException(what + " must not contain control or invisible characters");
            }
        }
    }

    private static boolean isBlank(int[] characters) {
        for (int character : characters) {
            if (!isSpace(character) && !isNeverSeen(character)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isHidden(int[] characters, int place) {
        if (!isNeverSeen(characters[place])) {
            return false;
        }
        int before = place == 0 ? NONE : characters[place - 1];
        int after = place == characters.length - 1 ? NONE : characters[place + 1];
        return !changesWhatIsSeen(before, characters[place], after);
    }

    private static boolean isNeverSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT -> true;
            default -> isFiller(character) || isVariationSelector(character);
        };
    }

    /** Letters, marks and symbols by their type, and yet nothing but room: the Hangul fillers and their like. */
    private static boolean isFiller(int character) {
        return switch (character) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0xFE00 && character <= AS_EMOJI)
                || (character >= 0xE0100 && character <= 0xE01EF)
                || (character >= 0x180B && character <= 0x180F);
    }

    private static boolean changesWhatIsSeen(int before, int character, int after) {
        return switch (character) {
            case JOINER -> endsAnEmoji(before) && isEmoji(after);
            case AS_EMOJI -> isEmoji(before) || after == KEYCAP;
            default -> character >= 0xE0100 && before != NONE && Character.isIdeographic(before);
        };
    }

    private static boolean endsAnEmoji(int character) {
        return character == AS_EMOJI || isEmoji(character);
    }

    private static boolean isEmoji(int character) {
        return character != NONE
                && (Character.isExtendedPictographic(character) || Character.isEmojiModifier(character));
    }
}
