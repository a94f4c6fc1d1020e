package io.motorpool.sandbox.legacy;

import io.motorpool.sandbox.legacy.LegacyStep.Deleted;
import io.motorpool.sandbox.legacy.LegacyStep.Inserted;
import io.motorpool.sandbox.legacy.LegacyStep.Updated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * What people do all day in the legacy system, in the order in which they do it, without an end: they book, extend, take a car,
 * bring it back, cancel, do not come. Most of it Motorpool would have allowed; a part, which the caller chooses, it would not.
 * The same seed does the same.
 */
public final class LegacyTraffic implements Iterator<LegacyStep> {

    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final Duration BETWEEN_BOOKINGS_OF_A_VEHICLE = Duration.ofHours(4);
    private static final Duration GRID = Duration.ofMinutes(10);
    private static final Duration GAP = Duration.ofHours(2);
    private static final String[] BOOKED = {"예약", "예약완료", "예약 완료", "RESERVED", "rsv"};
    private static final String[] TAKEN = {"운행중", "이용중", "USING"};
    private static final String[] BACK = {"반납", "반납완료", "RETURNED", "완료 "};
    private static final String[] CANCELLED = {"취소", "예약취소", "CANCEL"};
    private static final String[] ABSENT = {"노쇼", "NO-SHOW", "미이용"};

    private final Random random;
    private final LegacyFleet fleet;
    private final String prefix;
    private final Mix mix;
    private final Duration pace;
    private final LocalDateTime[] vehicleFree;
    private final LocalDateTime[] driverFree;
    private final int[] km;
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::order));
    private Instant now;
    private long keys;
    private long plans;

    /**
     * @param oddities how many of a thousand bookings Motorpool would have refused, or known otherwise
     * @param noShows whether people fail to come, which is only told when it is so late
     */
    public record Mix(int oddities, boolean noShows) {}

    private record Planned(Instant at, long order, Function<Instant, LegacyStep> step) {}

    /**
     * Where a day begins.
     *
     * @param key of the first row
     * @param km what all cars show
     */
    public record Beginning(Instant at, long key, int km) {

        public static Beginning at(Instant at) {
            return new Beginning(at, 1, 50_000);
        }
    }

    /** @param prefix of the numbers, so that two kinds of traffic are told apart */
    public LegacyTraffic(long seed, LegacyFleet fleet, String prefix, Mix mix, Beginning begin) {
        this.random = new Random(seed);
        this.fleet = fleet;
        this.prefix = prefix;
        this.mix = mix;
        this.pace = BETWEEN_BOOKINGS_OF_A_VEHICLE.dividedBy(fleet.vehicles().size());
        this.now = begin.at().truncatedTo(ChronoUnit.MINUTES);
        this.keys = begin.key() - 1;
        this.vehicleFree = new LocalDateTime[fleet.vehicles().size()];
        this.driverFree = new LocalDateTime[fleet.drivers().size()];
        this.km = new int[fleet.vehicles().size()];
        LocalDateTime soon = onGrid(local(now).plusHours(1));
        Arrays.fill(vehicleFree, soon);
        Arrays.fill(driverFree, soon);
        Arrays.fill(km, begin.km());
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public LegacyStep next() {
        while (planned.isEmpty() || planned.element().at().isAfter(now)) {
            book();
        }
        Planned next = planned.remove();
        return next.step().apply(next.at());
    }

    private void plan(Instant at, Function<Instant, LegacyStep> step) {
        planned.add(new Planned(at, plans++, step));
    }

    private void book() {
        now = now.plus(pace);
        int vehicle = random.nextInt(vehicleFree.length);
        int driver = fleet.drivers().size() >= vehicleFree.length ? vehicle : random.nextInt(driverFree.length);
        LocalDateTime start = latest(
                latest(vehicleFree[vehicle], driverFree[driver]),
                onGrid(local(now).plusHours(1)));
        LocalDateTime end = start.plus(GRID.multipliedBy(3 + random.nextInt(15)));
        vehicleFree[vehicle] = end.plus(GAP);
        driverFree[driver] = end.plus(GAP);
        LegacyRow row = row(vehicle, fleet.drivers().get(driver), start, end);
        if (random.nextInt(1_000) < mix.oddities()) {
            oddity(row);
        } else {
            life(row, vehicle);
        }
    }

    private LegacyRow row(int vehicle, UUID driver, LocalDateTime start, LocalDateTime end) {
        long key = ++keys;
        return new LegacyRow(
                key,
                "%s-%07d".formatted(prefix, key),
                fleet.company(),
                fleet.vehicles().get(vehicle),
                driver,
                start,
                end,
                random.nextBoolean() ? "Y" : "N",
                one(BOOKED),
                null,
                null,
                null,
                null,
                random.nextInt(4) == 0 ? "법인 방문" : null);
    }

    private void life(LegacyRow booked, int vehicle) {
        plan(now, at -> new Inserted(at, booked));
        LegacyRow row = booked;
        if (random.nextInt(3) == 0) {
            row = booked.during(booked.start(), booked.end().plus(GRID));
            planUpdate(now.plusSeconds(600), booked, row);
        }
        int fate = random.nextInt(10);
        if (fate < 6) {
            drive(row, vehicle);
        } else if (fate < 8) {
            planUpdate(now.plusSeconds(900), row, row.in(one(CANCELLED)));
        } else if (fate == 8 && mix.noShows()) {
            planUpdate(instant(row.start().plusMinutes(40)), row, row.in(one(ABSENT)));
        }
    }

    private void drive(LegacyRow row, int vehicle) {
        LegacyRow out = row.gone(one(TAKEN), row.start(), km[vehicle]);
        km[vehicle] += 5 + random.nextInt(60);
        LocalDateTime back = row.end().minus(GRID);
        planUpdate(instant(row.start()), row, out);
        planUpdate(instant(back), out, out.back(one(BACK), back, km[vehicle]));
    }

    /** What Motorpool refuses, misses, has left over, or cannot read. */
    private void oddity(LegacyRow row) {
        Instant then = now.plusSeconds(600);
        switch (random.nextInt(6)) {
            case 0 -> doubled(row);
            case 1 ->
                plan(
                        now,
                        at -> new Inserted(
                                at,
                                row.during(row.start().plusMinutes(5), row.end().plusMinutes(5))));
            case 2 -> {
                plan(now, at -> new Inserted(at, row));
                plan(then, at -> new Deleted(at, row));
            }
            case 3 -> {
                plan(now, at -> new Inserted(at, row));
                planUpdate(then, row, row.in("보류"));
            }
            case 4 -> {
                plan(now, at -> new Inserted(at, row));
                planUpdate(then, row, row.drivenBy(another(row.driver())));
            }
            default -> plan(now, at -> new Inserted(at, row.on(UUID.nameUUIDFromBytes(new byte[] {1}))));
        }
    }

    /** The legacy system never asked whether a car was free. */
    private void doubled(LegacyRow row) {
        long key = ++keys;
        LegacyRow second = row.under(key).drivenBy(another(row.driver()));
        LegacyRow numbered = new LegacyRow(
                key,
                "%s-%07d".formatted(prefix, key),
                second.company(),
                second.vehicle(),
                second.driver(),
                second.start(),
                second.end(),
                second.corporate(),
                second.state(),
                null,
                null,
                null,
                null,
                null);
        plan(now, at -> new Inserted(at, row));
        plan(now.plusSeconds(60), at -> new Inserted(at, numbered));
    }

    /** The last driver never drives regularly, where there are enough of them. */
    private UUID another(UUID driver) {
        return fleet.drivers().getLast().equals(driver)
                ? fleet.drivers().getFirst()
                : fleet.drivers().getLast();
    }

    private void planUpdate(Instant at, LegacyRow before, LegacyRow after) {
        plan(at, when -> new Updated(when, before, after));
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private static LocalDateTime onGrid(LocalDateTime time) {
        LocalDateTime hour = time.truncatedTo(ChronoUnit.HOURS);
        return hour.plusMinutes((time.getMinute() / 10 + 1) * 10L);
    }

    private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, SEOUL);
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(SEOUL).toInstant();
    }
}
