package io.motorpool.sandbox.cli;

import java.util.List;

/** How a fuzzer or a drill ended. */
final class Verdict {

    private Verdict() {}

    /** Whether nothing was found. */
    static boolean print(Desk desk, List<String> findings) {
        if (findings.isEmpty()) {
            desk.out().println("  Nothing found.");
            return true;
        }
        findings.forEach(finding -> desk.out().println("  FOUND: " + finding));
        return false;
    }
}
