package io.motorpool.domain.company;

import io.motorpool.domain.shared.Text;
import java.text.Normalizer;

/**
 * A person's name. It never appears in a log: {@link #toString} shows the masked form. Syllables that come in parts, as
 * some systems store them, are put together: masking counts what people see as characters.
 *
 * @param value 1 to 60 characters, no control characters
 */
public record PersonName(String value) {

    public static final int LONGEST = 60;

    public PersonName {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        Text.check("a name", value, LONGEST);
    }

    /** The form that colleagues see (P10): {@code 김*수}, {@code 김*}, {@code *}. */
    public String masked() {
        int[] characters = value.codePoints().toArray();
        return switch (characters.length) {
            case 1 -> "*";
            case 2 -> Character.toString(characters[0]) + "*";
            default ->
                Character.toString(characters[0])
                        + "*".repeat(characters.length - 2)
                        + Character.toString(characters[characters.length - 1]);
        };
    }

    @Override
    public String toString() {
        return masked();
    }
}
