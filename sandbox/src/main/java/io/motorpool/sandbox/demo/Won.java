package io.motorpool.sandbox.demo;

import java.util.Locale;

/** Sums as people read them. */
final class Won {

    private Won() {}

    static String of(long won) {
        return String.format(Locale.ROOT, "%,d won", won);
    }
}
