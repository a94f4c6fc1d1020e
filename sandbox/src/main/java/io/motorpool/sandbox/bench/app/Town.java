package io.motorpool.sandbox.bench.app;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * A company as large as a town: 500 zones on a grid over Seoul, 20 vehicles in each, and some of them taken at any hour of
 * the days that are asked about. Everything is known by number.
 */
final class Town {

    static final int ZONES = 500;
    static final int PER_ZONE = 20;
    static final int DRIVERS = 100;

    private static final int COLUMNS = 25;
    private static final int PER_VEHICLE = 10;
    private static final int VEHICLES = ZONES * PER_ZONE;
    private static final double WEST = 126.8;
    private static final double SOUTH = 37.4;
    private static final double APART = 0.016;
    private static final int SHOWN_ACROSS = 10;
    private static final int SHOWN_DOWN = 5;
    private static final long LEAP = 7919;
    private static final int HOURS = 60;
    private static final Duration LENGTH = Duration.ofHours(2);

    private final UUID company;
    private final Instant first;

    Town(UUID company, Instant now) {
        this.company = company;
        this.first = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
    }

    /** A part of the map in degrees: some fifty zones fill a screen. */
    record Box(double west, double south, double east, double north) {}

    /** Somebody looks for a vehicle of a zone. */
    record Look(UUID zone, int driver, Instant start) {

        Instant end() {
            return start.plus(LENGTH);
        }
    }

    UUID company() {
        return company;
    }

    static UUID driver(int number) {
        return id("8002", number);
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString("be4c0001-0000-7000-%s-%012x".formatted(kind, number));
    }

    /** Jumps about, so that what was just read is not read again at once. */
    Look look(long turn) {
        long number = turn * LEAP;
        return new Look(
                id("8001", (int) (number % ZONES)),
                (int) (number % DRIVERS),
                first.plus(Duration.ofHours(number % HOURS)));
    }

    Box box(long turn) {
        long number = turn * LEAP;
        double west = WEST + number % (COLUMNS - SHOWN_ACROSS) * APART - APART / 2;
        double south = SOUTH + number % (ZONES / COLUMNS - SHOWN_DOWN) * APART - APART / 2;
        return new Box(
                rounded(west),
                rounded(south),
                rounded(west + SHOWN_ACROSS * APART),
                rounded(south + SHOWN_DOWN * APART));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    /** Writes it past the application: what is measured begins after it. */
    void create(PostgresPart postgres) throws SQLException {
        try (Connection connection = postgres.connect(postgres.owner());
                Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql);
            }
        }
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    /** Every other zone has an area of eight corners. */
    private List<String> statements() {
        return List.of(
                """
                INSERT INTO zone (id, version, company_id, name, longitude, latitude, area, status)
                SELECT %1$s, 0, '%2$s', '주차장 ' || n, x, y,
                       CASE WHEN n %% 2 = 0 THEN (
                           SELECT jsonb_agg(jsonb_build_array(x + 0.001 * cos(k %% 8 * pi() / 4), y + 0.001 * sin(k %% 8 * pi() / 4))
                                            ORDER BY k)
                             FROM generate_series(0, 8) AS k) END,
                       'ACTIVE'
                  FROM (SELECT n, %4$s + n %% %3$d * %6$s AS x, %5$s + n / %3$d * %6$s AS y
                          FROM generate_series(0, %7$d - 1) AS n) AS place""".formatted(id("8001", "n"), company, COLUMNS, WEST, SOUTH, APART, ZONES),
                """
                INSERT INTO vehicle (id, version, company_id, zone_id, plate, vin, model, seats, ownership,
                                     turnaround_minutes, odometer_km, status)
                SELECT %s, 0, '%s', %s, (300 + n / 10000) || '가' || lpad((n %% 10000)::text, 4, '0'),
                       'KMHL14JA' || lpad(n::text, 9, '0'), 'Sonata', 5, 'COMPANY', 10, 10000,
                       CASE WHEN n %% 50 = 0 THEN 'MAINTENANCE' ELSE 'ACTIVE' END
                  FROM generate_series(0, %d - 1) AS n""".formatted(id("8003", "n"), company, id("8001", "n / " + PER_ZONE), VEHICLES),
                """
                INSERT INTO member (id, version, company_id, user_id, name, department, role, accepts_hand_over,
                                    licence_class, licence_expiry, status)
                SELECT %s, 0, '%s', %s, '김민수', '영업팀', 'MEMBER', true, 'CLASS_1_ORDINARY', current_date + 1000, 'ACTIVE'
                  FROM generate_series(0, %d - 1) AS n""".formatted(id("8004", "n"), company, id("8002", "n"), DRIVERS),
                """
                INSERT INTO occupancy (id, company_id, vehicle_id, kind, driver_id, in_use, start_at, end_at, kept_until, clear_at)
                SELECT %s, '%s', %s, 'RESERVATION', %s, false, start, start + interval '2 hours', start + interval '2 hours',
                       start + interval '130 minutes'
                  FROM (SELECT n, timestamptz '%s' + n %% %d * interval '7 hours' + n / %d %% 7 * interval '1 hour' AS start
                          FROM generate_series(0, %d - 1) AS n) AS taken""".formatted(
                                id("8005", "n"),
                                company,
                                id("8003", "n / " + PER_VEHICLE),
                                id("8006", "n / " + PER_VEHICLE),
                                first,
                                PER_VEHICLE,
                                PER_VEHICLE,
                                VEHICLES * PER_VEHICLE));
    }

    private static String id(String kind, String number) {
        return "('be4c0001-0000-7000-%s-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(kind, number);
    }
}
