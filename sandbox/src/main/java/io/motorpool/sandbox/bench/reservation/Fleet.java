package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A company large enough that no two clients meet unless they are meant to. Each scenario has vehicles and drivers of its
 * own, known by number: what one scenario writes does not slow down another.
 *
 * <p>The coming month is full of reservations that are only read; all later months are free for those that are made.
 */
final class Fleet {

    static final int PER_VEHICLE = 100;

    private static final int LIBRARY = 200;

    private static final int FREE = 200;
    private static final int HOT = 60;
    private static final int CONTENDED = 16;
    private static final int RIVALS = 32;

    private static final int FIRST_FREE = LIBRARY;
    private static final int FIRST_HOT = FIRST_FREE + FREE;
    private static final int FIRST_CONTENDED = FIRST_HOT + HOT;
    private static final int VEHICLES = FIRST_CONTENDED + CONTENDED;
    static final int DRIVERS = FIRST_CONTENDED + CONTENDED * RIVALS;

    private static final long LEAP = 7919;
    private static final Duration APART = Duration.ofHours(7);
    private static final Duration LENGTH = Duration.ofMinutes(30);
    private static final Duration PITCH = Duration.ofMinutes(40);
    private static final int SLOTS = (int) Duration.ofDays(57).dividedBy(PITCH);

    private final UUID company;
    private final UUID zone;
    private final Instant firstRead;
    private final Instant firstSlot;

    Fleet(UUID company, UUID zone, Instant now) {
        this.company = company;
        this.zone = zone;
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        this.firstRead = today.plus(1, ChronoUnit.DAYS);
        this.firstSlot = today.plus(32, ChronoUnit.DAYS);
    }

    /** Somebody wants a vehicle at a time. */
    record Wish(UUID vehicle, int driver, Instant start) {

        Instant end() {
            return start.plus(LENGTH);
        }
    }

    UUID company() {
        return company;
    }

    static UUID vehicle(int number) {
        return id(0x8001, number);
    }

    static UUID driver(int number) {
        return id(0x8002, number);
    }

    private static UUID member(int number) {
        return id(0x8003, number);
    }

    static UUID reservation(int number) {
        return id(0x8004, number);
    }

    private static UUID id(long kind, int number) {
        return new UUID(0xbe4c_0000_0000_7000L, kind << 48 | number);
    }

    /** Everybody has a vehicle of their own. */
    Wish free(long turn) {
        int number = FIRST_FREE + (int) (turn % FREE);
        return new Wish(vehicle(number), number, slot(turn / FREE));
    }

    /** All want the same vehicle, one after the other, until it is full; then the next one. */
    Wish hot(long turn) {
        long vehicle = turn / SLOTS;
        long slot = turn % SLOTS;
        if (vehicle >= HOT) {
            throw new IllegalStateException("all hot vehicles are full");
        }
        int driver = FIRST_HOT + (int) ((slot + vehicle) % HOT);
        return new Wish(vehicle(FIRST_HOT + (int) vehicle), driver, slot(slot));
    }

    /** All rivals of a round want the same vehicle at the same time. */
    Wish contended(long round, int rival) {
        int vehicle = (int) (round / SLOTS);
        if (vehicle >= CONTENDED) {
            throw new IllegalStateException("all contended vehicles are full");
        }
        int driver = FIRST_CONTENDED + vehicle * RIVALS + rival;
        return new Wish(vehicle(FIRST_CONTENDED + vehicle), driver, slot(round % SLOTS));
    }

    private Instant slot(long number) {
        if (number >= SLOTS) {
            throw new IllegalStateException("all free vehicles are full");
        }
        return firstSlot.plus(PITCH.multipliedBy(number));
    }

    /** Jumps about, so that what was just read is not read again at once. */
    static int someReservation(long turn) {
        return (int) (turn * LEAP % (LIBRARY * PER_VEHICLE));
    }

    static int someVehicle(long turn) {
        return (int) (turn * LEAP % LIBRARY);
    }

    /** Somewhere in the month that is full. */
    Instant readFrom(long hour) {
        return firstRead.plus(Duration.ofHours(hour % 400));
    }

    /** The end of that month. */
    Instant farFrom(long hour) {
        return firstRead.plus(Duration.ofDays(27)).plus(Duration.ofHours(hour % 24));
    }

    /** No cache of the application reaches as far as this: nobody can reserve there yet. */
    Instant beyondHorizon() {
        return firstRead.plus(Duration.ofDays(95));
    }

    /** Writes the fleet and the coming month past the application: what is measured begins after it. */
    void create(PostgresPart postgres) throws SQLException {
        try (Connection connection = postgres.connect(postgres.owner())) {
            connection.setAutoCommit(false);
            members(connection);
            vehicles(connection);
            reservations(connection);
            connection.commit();
        }
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    private void members(Connection connection) throws SQLException {
        run(connection, """
                INSERT INTO member (id, version, company_id, user_id, name, department, role, accepts_hand_over,
                                    licence_class, licence_expiry, status)
                VALUES (?, 0, ?, ?, '김민수', '영업팀', 'MEMBER', true, 'CLASS_1_ORDINARY', current_date + 1000, 'ACTIVE')
                """, DRIVERS, number -> new Object[] {member(number), company, driver(number)});
        run(connection, "INSERT INTO schedule_anchor (id) VALUES (?)", DRIVERS, number ->
                new Object[] {driver(number)});
    }

    private void vehicles(Connection connection) throws SQLException {
        run(connection, """
                INSERT INTO vehicle (id, version, company_id, zone_id, plate, vin, model, seats, ownership,
                                     turnaround_minutes, odometer_km, status)
                VALUES (?, 0, ?, ?, ?, ?, 'Sonata', 5, 'COMPANY', 10, 10000, 'ACTIVE')
                """, VEHICLES, number -> new Object[] {
            vehicle(number), company, zone, "99가%04d".formatted(number), "KMHL14JA5BE%06d".formatted(number)
        });
        run(connection, "INSERT INTO schedule_anchor (id) VALUES (?)", VEHICLES, number ->
                new Object[] {vehicle(number)});
    }

    private void reservations(Connection connection) throws SQLException {
        int all = LIBRARY * PER_VEHICLE;
        run(connection, """
                INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at, turnaround_minutes,
                                         corporate, created_at, status, at_risk, no_show_from)
                SELECT id, 0, company, vehicle, driver, start, start + interval '2 hours', 10, true, now(), 'RESERVED',
                       false, start + interval '30 minutes'
                FROM (SELECT CAST(? AS uuid), CAST(? AS uuid), CAST(? AS uuid), CAST(? AS uuid), CAST(? AS timestamptz))
                  AS r (id, company, vehicle, driver, start)
                """, all, this::read);
        run(connection, """
                INSERT INTO occupancy (id, company_id, vehicle_id, kind, driver_id, in_use, start_at, end_at, kept_until,
                                       clear_at)
                SELECT id, company, vehicle, 'RESERVATION', driver, false, start, start + interval '2 hours',
                       start + interval '2 hours', start + interval '130 minutes'
                FROM (SELECT CAST(? AS uuid), CAST(? AS uuid), CAST(? AS uuid), CAST(? AS uuid), CAST(? AS timestamptz))
                  AS r (id, company, vehicle, driver, start)
                """, all, this::read);
    }

    private Object[] read(int number) {
        int vehicle = number / PER_VEHICLE;
        Instant start = firstRead.plus(APART.multipliedBy(number % PER_VEHICLE));
        return new Object[] {reservation(number), company, vehicle(vehicle), driver(vehicle), start.toString()};
    }

    private interface Row {
        Object[] of(int number);
    }

    private static void run(Connection connection, String sql, int times, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < times; number++) {
                Object[] values = row.of(number);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
            }
            var _ = statement.executeBatch();
        }
    }
}
