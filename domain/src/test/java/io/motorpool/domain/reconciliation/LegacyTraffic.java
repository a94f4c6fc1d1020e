package io.motorpool.domain.reconciliation;

import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.reconciliation.Fixtures.at;
import static io.motorpool.domain.reconciliation.Fixtures.during;
import static io.motorpool.domain.reconciliation.Fixtures.hours;
import static io.motorpool.domain.reconciliation.Fixtures.in;
import static io.motorpool.domain.reconciliation.Fixtures.reserved;
import static io.motorpool.domain.reconciliation.Fixtures.returned;
import static io.motorpool.domain.reconciliation.Fixtures.started;

import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reservation.ReservationStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A legacy system that lets through what Motorpool would not, and the ways in which a stream of its changes can be spoilt. */
final class LegacyTraffic {

    /** Room between two changes, for what is put in between. */
    private static final int APART = 100;

    private final Random random;
    private final Map<LegacyNumber, LegacyRow> rows = new HashMap<>();
    private final List<ChangeEvent> clean = new ArrayList<>();

    private LegacyTraffic(long seed) {
        random = new Random(seed);
    }

    /** So many changes, of which some are right and some are not. */
    static List<ChangeEvent> clean(long seed, int changes) {
        LegacyTraffic traffic = new LegacyTraffic(seed);
        for (int i = 0; i < changes; i++) {
            traffic.change(i);
        }
        return List.copyOf(traffic.clean);
    }

    private void change(int i) {
        Instant now = at(7, i * 7);
        LegacyNumber number = new LegacyNumber("L-" + random.nextInt(8));
        LegacyRow row = rows.get(number);
        if (row == null) {
            int start = 8 + i * 7 / 60 + random.nextInt(30);
            LegacyRow fresh = reserved(
                    random.nextBoolean() ? SONATA : OTHER_SONATA,
                    random.nextBoolean() ? KIM : LEE,
                    hours(start, start + 1 + random.nextInt(3)));
            tell(number, now, new Created(new Image.Readable(fresh)), fresh);
        } else if (random.nextInt(12) == 0) {
            clean.add(event(number, now, new Deleted()));
            rows.remove(number);
        } else {
            LegacyRow changed = changed(row, now);
            Image image = random.nextInt(15) == 0
                    ? new Image.Unreadable("{" + i + "}", "no end")
                    : new Image.Readable(changed);
            tell(number, now, new Updated(image), image instanceof Image.Readable ? changed : row);
        }
    }

    private LegacyRow changed(LegacyRow row, Instant now) {
        return switch (random.nextInt(7)) {
            case 0 -> in(row, ReservationStatus.CANCELLED);
            case 1 -> in(row, ReservationStatus.NO_SHOW);
            case 2 -> started(row, now, 12_000 + random.nextInt(50));
            case 3 -> returned(row, now, 12_050 + random.nextInt(100));
            case 4 -> during(row, row.period().withEnd(row.period().end().plusSeconds(600L * random.nextInt(12))));
            default -> reserved(row.vehicle(), random.nextBoolean() ? KIM : LEE, row.period());
        };
    }

    private void tell(LegacyNumber number, Instant now, Change change, LegacyRow row) {
        clean.add(event(number, now, change));
        rows.put(number, row);
    }

    private ChangeEvent event(LegacyNumber number, Instant now, Change change) {
        Position position = new Position((clean.size() + 1L) * APART, 0);
        return new ChangeEvent(number, "pk-" + number, position, now, change);
    }

    /** The same changes told twice, in disorder, under changing keys, with snapshots in between and tombstones behind. */
    static List<LegacyMessage> spoilt(List<ChangeEvent> clean, Random random) {
        List<LegacyMessage> stream = new ArrayList<>();
        Map<LegacyNumber, String> keys = new HashMap<>();
        for (ChangeEvent event : clean) {
            String key = keys.getOrDefault(event.number(), event.key());
            if (event.change() instanceof Updated(var after) && random.nextInt(5) == 0) {
                String next = key + "'";
                stream.add(changed(event, key, event.position(), new Deleted()));
                stream.add(new LegacyMessage.Tombstone(key));
                stream.add(changed(event, next, after(event.position()), new Created(after)));
                keys.put(event.number(), next);
            } else {
                stream.add(changed(event, key, event.position(), event.change()));
                if (event.change() instanceof Deleted) {
                    stream.add(new LegacyMessage.Tombstone(key));
                }
            }
            if (random.nextInt(6) == 0) {
                stream.addAll(snapshot(clean, event.position(), random.nextInt(APART - 2) + 2L, keys));
            }
        }
        List<LegacyMessage> twice = new ArrayList<>(stream);
        stream.stream().filter(_ -> random.nextInt(3) == 0).forEach(twice::add);
        Collections.shuffle(twice, random);
        return twice;
    }

    /** Every row as it is at that moment. */
    private static List<LegacyMessage> snapshot(
            List<ChangeEvent> clean, Position after, long later, Map<LegacyNumber, String> keys) {
        Map<LegacyNumber, ChangeEvent> last = new HashMap<>();
        clean.stream()
                .filter(event -> event.position().compareTo(after) <= 0)
                .forEach(event -> last.put(event.number(), event));
        List<LegacyMessage> reads = new ArrayList<>();
        for (ChangeEvent event : last.values()) {
            History.image(event)
                    .map(image -> changed(
                            event,
                            keys.getOrDefault(event.number(), event.key()),
                            new Position(after.log() + later, reads.size()),
                            new Read(image)))
                    .ifPresent(reads::add);
        }
        return reads;
    }

    private static Position after(Position position) {
        return new Position(position.log(), position.order() + 1);
    }

    private static LegacyMessage changed(ChangeEvent event, String key, Position position, Change change) {
        return new LegacyMessage.Changed(new ChangeEvent(event.number(), key, position, event.at(), change));
    }

    static List<ChangeEvent> events(List<LegacyMessage> stream) {
        return stream.stream()
                .filter(LegacyMessage.Changed.class::isInstance)
                .map(message -> ((LegacyMessage.Changed) message).event())
                .toList();
    }
}
