package io.motorpool.sandbox.drill.pay;

import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.pay.StoredPayments.Stored;
import io.motorpool.sandbox.gateway.Entry;
import io.motorpool.sandbox.gateway.Entry.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Our books against the gateway's: what one holds, the other does, once and to the won. */
public final class TwoBooks {

    private TwoBooks() {}

    public static Findings compare(List<Stored> ours, List<Entry> theirs) {
        Findings findings = new Findings();
        Map<String, List<Entry>> byReference = theirs.stream().collect(Collectors.groupingBy(Entry::reference));
        for (Stored payment : ours) {
            List<Entry> entries = byReference.getOrDefault(payment.id(), List.of());
            findings.unless(
                    entries.size() <= 1,
                    "no payment is held twice",
                    "%s has %d authorisations".formatted(payment.id(), entries.size()));
            agree(payment, entries, findings);
        }
        Set<String> known = new HashSet<>(ours.stream().map(Stored::id).toList());
        theirs.stream()
                .filter(entry -> !known.contains(entry.reference()))
                .forEach(entry -> findings.add("the gateway holds nothing that we do not know of", entry.toString()));
        return findings;
    }

    private static void agree(Stored payment, List<Entry> entries, Findings findings) {
        long captured = won(entries, Standing.CAPTURED);
        long held = won(entries, Standing.AUTHORISED);
        String said = "%s, but the gateway has %s".formatted(payment, entries);
        switch (payment.status()) {
            case "CAPTURED" -> {
                findings.unless(captured == payment.won(), "what we say is taken is taken, to the won", said);
                findings.unless(
                        entries.stream().anyMatch(entry -> entry.id().equals(payment.reference())),
                        "a payment is known by one name",
                        said);
            }
            case "AUTHORISED" -> findings.unless(held == payment.won(), "what we say is held is held", said);
            case "VOIDED" -> findings.unless(held + captured == 0, "what we say is let go is let go", said);
            case "DECLINED" -> findings.unless(captured == 0, "nothing is taken of what was declined", said);
            default -> findings.add("every payment by card comes to an end", payment.toString());
        }
    }

    private static long won(List<Entry> entries, Standing standing) {
        return entries.stream()
                .filter(entry -> entry.standing() == standing)
                .mapToLong(Entry::won)
                .sum();
    }
}
