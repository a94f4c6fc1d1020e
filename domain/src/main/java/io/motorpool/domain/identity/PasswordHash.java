package io.motorpool.domain.identity;

import java.util.regex.Pattern;

/**
 * What is kept of a password.
 *
 * @param text a PHC string, which says how it was made: {@code $argon2id$v=19$m=…$salt$hash}
 */
public record PasswordHash(String text) {

    public static final int LONGEST = 255;

    private static final Pattern FORM = Pattern.compile("\\$[a-z0-9-]{1,32}(\\$[A-Za-z0-9+/.,=-]+)+");

    public PasswordHash {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a password hash is a PHC string");
        }
    }

    @Override
    public String toString() {
        return "(password hash)";
    }
}
