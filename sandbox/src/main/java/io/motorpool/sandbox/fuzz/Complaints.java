package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.fuzz.contract.Complaint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What was found, each kind once: where it came, how often, and the first example of it. */
final class Complaints {

    private static final int MOST_KINDS = 40;
    private static final int MOST_OPERATIONS = 6;
    private static final int LONGEST_DETAIL = 300;

    private final Map<String, Found> found = new LinkedHashMap<>();

    private static final class Found {

        private final TreeSet<String> operations = new TreeSet<>();
        private final Complaint first;
        private final String how;
        private int times;

        Found(Complaint first, String how) {
            this.first = first;
            this.how = how;
        }
    }

    /** @param how how to see it again; asked for only with the first of its kind */
    synchronized void add(Complaint complaint, Supplier<String> how) {
        Found known = found.get(complaint.what());
        if (known == null) {
            known = new Found(complaint, found.size() < MOST_KINDS ? how.get() : "");
            found.put(complaint.what(), known);
        }
        known.times++;
        boolean _ = known.operations.add(complaint.operation());
    }

    synchronized List<String> lines() {
        List<String> lines = new ArrayList<>();
        found.values().stream().limit(MOST_KINDS).map(Complaints::told).forEach(lines::add);
        if (found.size() > MOST_KINDS) {
            lines.add("and %d more kinds".formatted(found.size() - MOST_KINDS));
        }
        return lines;
    }

    private static String told(Found kind) {
        String detail = kind.first.detail().strip();
        String shown = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "..." : detail;
        return """
                %s (%d times: %s)
                    at %s%s
                    %s""".formatted(
                        kind.first.what(),
                        kind.times,
                        operations(kind),
                        kind.first.operation(),
                        shown.isEmpty() ? "" : ": " + shown,
                        kind.how);
    }

    private static String operations(Found kind) {
        int more = kind.operations.size() - MOST_OPERATIONS;
        String named = String.join(
                ", ", kind.operations.stream().limit(MOST_OPERATIONS).toList());
        return more > 0 ? named + " and %d more".formatted(more) : named;
    }
}
