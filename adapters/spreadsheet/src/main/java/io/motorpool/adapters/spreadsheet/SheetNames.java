package io.motorpool.adapters.spreadsheet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that sheets of one workbook may have: not too long, without what Excel forbids in them, and each once. */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final String FORBIDDEN = "[\\\\/?*\\[\\]:\\p{Cntrl}]";

    private final Set<String> used = new HashSet<>();

    SheetNames(String taken) {
        var _ = used.add(key(taken));
    }

    String next(String wanted) {
        String name = wanted.replaceAll(FORBIDDEN, " ")
                .strip()
                .replaceAll("^'+|'+$", " ")
                .strip();
        String base = name.isEmpty() ? "노선" : name;
        String candidate = shortened(base, "");
        for (int number = 2; !used.add(key(candidate)); number++) {
            candidate = shortened(base, " (%d)".formatted(number));
        }
        return candidate;
    }

    /** Never in the middle of a character that takes two places. */
    private static String shortened(String name, String end) {
        int room = LONGEST - end.length();
        if (name.length() <= room) {
            return name + end;
        }
        int cut = Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room;
        return name.substring(0, cut).stripTrailing() + end;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
