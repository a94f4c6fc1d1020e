package io.motorpool.adapters.rest;

import java.util.regex.Pattern;

/** How a problem names what is wrong. */
final class FieldNames {

    /** Names that a contract could contain. Anything else is the caller's own invention and not repeated. */
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,100}");

    private FieldNames() {}

    /** The name, or that of the whole when nothing could be called so. */
    static String known(String name, String whole) {
        return NAMES.matcher(name).matches() ? name : whole;
    }
}
