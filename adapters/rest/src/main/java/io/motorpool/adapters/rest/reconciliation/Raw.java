package io.motorpool.adapters.rest.reconciliation;

/** What came from the legacy system and was not understood. All of it is kept; answers show its beginning. */
final class Raw {

    static final int SHOWN = 4_000;

    private Raw() {}

    static String shown(String raw) {
        return raw.codePointCount(0, raw.length()) <= SHOWN ? raw : raw.substring(0, raw.offsetByCodePoints(0, SHOWN));
    }
}
