package io.motorpool.sandbox.legacy;

import io.motorpool.sandbox.legacy.LegacyStep.Deleted;
import io.motorpool.sandbox.legacy.LegacyStep.Inserted;
import io.motorpool.sandbox.legacy.LegacyStep.Updated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The same steps, told as badly as a stream can be: under changing keys, with snapshots in between, in another schema from the
 * middle on, twice, out of order, and with messages in between that nobody understands.
 */
public final class SpoiltStream {

    /** Room between two places in the log, for what is put in between. */
    public static final long APART = 100;

    private static final long NEW_KEYS = 1_000_000_000L;
    private static final String NOBODYS = "{\"rsv_seq\":0}";

    private final Random random;
    private final List<Told> stream = new ArrayList<>();
    private final Map<String, LegacyRow> rows = new HashMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private long newKeys = NEW_KEYS;

    private SpoiltStream(long seed) {
        random = new Random(seed);
    }

    /** In order and once each. */
    public static List<Told> clean(List<LegacyStep> steps) {
        List<Told> clean = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            clean.addAll(Envelopes.of(steps.get(i), (i + 1) * APART));
        }
        return clean;
    }

    /**
     * @param changes how many different changes it tells
     * @param garbage how many messages nobody understands
     */
    public record Spoilt(List<Told> stream, long changes, int garbage) {}

    public static Spoilt of(List<LegacyStep> steps, long seed) {
        SpoiltStream spoilt = new SpoiltStream(seed);
        for (int i = 0; i < steps.size(); i++) {
            spoilt.tell(steps.get(i), (i + 1) * APART, i > steps.size() / 2);
        }
        List<Told> twice = new ArrayList<>();
        for (Told told : spoilt.stream) {
            twice.add(told);
            if (spoilt.random.nextInt(4) == 0) {
                twice.add(told);
            }
        }
        int garbage =
                (int) twice.stream().filter(told -> told.key().equals(NOBODYS)).count();
        long changes = twice.stream()
                .filter(told -> told.value() != null && !told.key().equals(NOBODYS))
                .distinct()
                .count();
        return new Spoilt(spoilt.disordered(twice), changes, garbage);
    }

    private void tell(LegacyStep step, long log, boolean drifted) {
        LegacyStep rekeyed = rekeyed(step);
        stream.addAll(drifted ? Envelopes.drifted(rekeyed, log) : Envelopes.of(rekeyed, log));
        if (rekeyed instanceof Deleted(var _, var row)) {
            rows.remove(row.number());
        } else {
            LegacyRow row = rekeyed instanceof Inserted(var _, var first) ? first : ((Updated) rekeyed).after();
            rows.put(row.number(), row);
            if (random.nextInt(8) == 0) {
                stream.add(Envelopes.read(row, log + 50, step.at()));
            }
        }
        if (random.nextInt(200) == 0) {
            stream.add(new Told(NOBODYS, "{\"op\":\"c\",\"after\":{\"rsv_no\":\"L-" + log));
        }
    }

    private LegacyStep rekeyed(LegacyStep step) {
        return switch (step) {
            case Inserted _ -> step;
            case Updated(var at, var before, var after) -> {
                long key = keys.getOrDefault(before.number(), before.key());
                long next = random.nextInt(6) == 0 ? newKeys++ : key;
                keys.put(before.number(), next);
                yield new Updated(at, before.under(key), after.under(next));
            }
            case Deleted(var at, var row) -> new Deleted(at, row.under(keys.getOrDefault(row.number(), row.key())));
        };
    }

    /** Each record up to fifty places from where it belongs. */
    private List<Told> disordered(List<Told> all) {
        List<Told> disordered = new ArrayList<>(all);
        for (int i = 0; i < disordered.size(); i++) {
            int other = Math.min(disordered.size() - 1, i + random.nextInt(50));
            Told told = disordered.get(i);
            disordered.set(i, disordered.get(other));
            disordered.set(other, told);
        }
        return disordered;
    }
}
