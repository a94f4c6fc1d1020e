package io.motorpool.sandbox.drill.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Everything that the clients of a drill met with. */
public final class Observations {

    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    public void add(Seen one) {
        seen.add(one);
    }

    public List<Seen> all() {
        return List.copyOf(seen);
    }

    /** Those whose request was sent within the time. */
    public List<Seen> askedWithin(Instant from, Instant until) {
        return seen.stream()
                .filter(one -> !one.asked().isBefore(from) && one.asked().isBefore(until))
                .toList();
    }

    /** When the first of these was answered after a moment; that far away when none was. */
    public Instant firstAnswered(Instant after, Predicate<Seen> which) {
        return seen.stream()
                .filter(which)
                .map(Seen::answered)
                .filter(at -> at.isAfter(after))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** How often each outcome was met. */
    public static Map<String, Long> outcomes(List<Seen> of) {
        return of.stream().collect(Collectors.groupingBy(Seen::outcome, TreeMap::new, Collectors.counting()));
    }

    /** The time within which this share of the answers came; zero when there is none. */
    public static Duration percentile(List<Seen> of, double share) {
        List<Duration> sorted = of.stream().map(Seen::took).sorted().toList();
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    public static Duration slowest(List<Seen> of) {
        return percentile(of, 1);
    }
}
