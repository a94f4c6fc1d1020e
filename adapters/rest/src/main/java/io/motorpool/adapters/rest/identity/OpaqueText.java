package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import org.jspecify.annotations.Nullable;

/** What a client hands back as it got it. What it means is not looked into here, only that it is not endless. */
final class OpaqueText {

    static final int LONGEST = 200;

    private OpaqueText() {}

    static Field<String> read(Input in, String field, @Nullable String text) {
        return in.required(field, text, said -> {
            if (said.length() > LONGEST) {
                throw new IllegalArgumentException("has at most %d characters".formatted(LONGEST));
            }
            return said;
        });
    }
}
