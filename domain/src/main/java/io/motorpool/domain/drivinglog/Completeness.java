package io.motorpool.domain.drivinglog;

import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.Entry.Question;
import io.motorpool.domain.drivinglog.Entry.Standing;
import io.motorpool.domain.drivinglog.Entry.Why;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many entries of a period stand where. It is counted from the standings and compared with the entries, so that a
 * report can prove that nothing was lost.
 */
public record Completeness(
        long entries, Map<Basis, Long> included, Map<Why, Long> excluded, Map<Question, Long> needsReview) {

    public static final Completeness NOTHING = of(List.of());

    public Completeness {
        included = Collections.unmodifiableMap(included);
        excluded = Collections.unmodifiableMap(excluded);
        needsReview = Collections.unmodifiableMap(needsReview);
    }

    public static Completeness of(List<Entry> entries) {
        Map<Basis, Long> included = new EnumMap<>(Basis.class);
        Map<Why, Long> excluded = new EnumMap<>(Why.class);
        Map<Question, Long> needsReview = new EnumMap<>(Question.class);
        for (Entry entry : entries) {
            long _ =
                    switch (entry.standing()) {
                        case Standing.Included(var basis) -> included.merge(basis, 1L, Long::sum);
                        case Standing.Excluded(var why) -> excluded.merge(why, 1L, Long::sum);
                        case Standing.NeedsReview(var question) -> needsReview.merge(question, 1L, Long::sum);
                    };
        }
        return new Completeness(entries.size(), included, excluded, needsReview);
    }

    /** The two together, as for all vehicles of a company. */
    public Completeness and(Completeness other) {
        return new Completeness(
                entries + other.entries,
                sum(Basis.class, included, other.included),
                sum(Why.class, excluded, other.excluded),
                sum(Question.class, needsReview, other.needsReview));
    }

    public long totalIncluded() {
        return total(included);
    }

    public long totalExcluded() {
        return total(excluded);
    }

    public long totalNeedingReview() {
        return total(needsReview);
    }

    /** Whether every entry is in exactly one of the three. */
    public boolean addsUp() {
        return totalIncluded() + totalExcluded() + totalNeedingReview() == entries;
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <K extends Enum<K>> Map<K, Long> sum(Class<K> kind, Map<K, Long> one, Map<K, Long> other) {
        Map<K, Long> both = new EnumMap<>(kind);
        both.putAll(one);
        other.forEach((key, count) -> both.merge(key, count, Long::sum));
        return both;
    }
}
