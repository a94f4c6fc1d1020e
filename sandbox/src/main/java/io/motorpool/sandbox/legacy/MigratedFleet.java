package io.motorpool.sandbox.legacy;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Cars and people that were migrated from the legacy system, written past the application: in numbers that nobody would want to
 * ask for one by one. There is one driver more than there are cars.
 */
public final class MigratedFleet {

    private MigratedFleet() {}

    /** @param group 0 to 9; what groups have is apart from each other */
    public static LegacyFleet of(PostgresPart postgres, UUID company, UUID zone, int group, int vehicles)
            throws SQLException {
        if (vehicles > 10_000) {
            throw new IllegalArgumentException("there are no more plates");
        }
        List<UUID> cars = ids(group, 1, vehicles);
        List<UUID> drivers = ids(group, 2, vehicles + 1);
        List<UUID> members = ids(group, 3, vehicles + 1);
        try (Connection connection = postgres.connect(postgres.owner())) {
            connection.setAutoCommit(false);
            run(connection, """
                    INSERT INTO member (id, version, company_id, user_id, name, department, role, accepts_hand_over,
                                        licence_class, licence_expiry, status)
                    VALUES (?, 0, ?, ?, '김민수', '영업팀', 'MEMBER', true, 'CLASS_1_ORDINARY', current_date + 3000, 'ACTIVE')
                    """, vehicles + 1, i -> new Object[] {members.get(i), company, drivers.get(i)});
            run(connection, "INSERT INTO schedule_anchor (id) VALUES (?)", vehicles + 1, i ->
                    new Object[] {drivers.get(i)});
            run(connection, """
                    INSERT INTO vehicle (id, version, company_id, zone_id, plate, vin, model, seats, ownership,
                                         turnaround_minutes, odometer_km, status)
                    VALUES (?, 0, ?, ?, ?, ?, 'Sonata', 5, 'COMPANY', 10, 10000, 'ACTIVE')
                    """, vehicles, i -> new Object[] {
                cars.get(i), company, zone, "9%d가%04d".formatted(group, i), "KMHL14JA5B%d%06d".formatted(group, i)
            });
            run(connection, "INSERT INTO schedule_anchor (id) VALUES (?)", vehicles, i -> new Object[] {cars.get(i)});
            connection.commit();
        }
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
        return new LegacyFleet(company, cars, drivers);
    }

    private static List<UUID> ids(int group, int kind, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new UUID(0x1e9a_0000_0000_7000L + group, (0x8000L + kind) << 48 | i))
                .toList();
    }

    private static void run(Connection connection, String sql, int times, IntFunction<Object[]> row)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number = 0; number < times; number++) {
                Object[] values = row.apply(number);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
            }
            var _ = statement.executeBatch();
        }
    }
}
