package io.motorpool.sandbox.fuzz.contract;

import java.util.ArrayList;
import java.util.List;

/** Collects what one answer is blamed for. */
final class Verdict {

    private final String operation;
    private final List<Complaint> complaints = new ArrayList<>();

    Verdict(String operation) {
        this.operation = operation;
    }

    void add(String what, String detail) {
        complaints.add(new Complaint(operation, what, detail));
    }

    List<Complaint> complaints() {
        return List.copyOf(complaints);
    }
}
