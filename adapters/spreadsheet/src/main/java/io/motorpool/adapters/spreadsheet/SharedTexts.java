package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts that cells refer to by number. */
final class SharedTexts {

    /** Seven texts in each of ten thousand rows, and room for a few that nobody refers to any more. */
    private static final int MOST = 100_000;

    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    private final List<String> texts = new ArrayList<>();
    private int characters;

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(SafeXml xml) {
        SharedTexts shared = new SharedTexts();
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        boolean inReading = false;
        while (xml.next()) {
            if (xml.begins("si")) {
                text.setLength(0);
            } else if (xml.begins("rPh")) {
                // How to pronounce the text: not part of it.
                inReading = true;
            } else if (xml.ends("rPh")) {
                inReading = false;
            } else if (xml.begins("t")) {
                inText = !inReading;
            } else if (xml.ends("t")) {
                inText = false;
            } else if (inText && xml.isText()) {
                text.append(xml.text());
                shared.check(text.length());
            } else if (xml.ends("si")) {
                shared.add(text.toString());
            }
        }
        return shared;
    }

    private void add(String text) {
        texts.add(text);
        characters += text.length();
        check(0);
    }

    private void check(int more) {
        if (texts.size() > MOST || characters + more > MOST_CHARACTERS) {
            throw new UnreadableException(Unreadable.DANGEROUS);
        }
    }

    Optional<String> at(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
