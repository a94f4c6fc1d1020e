package io.motorpool.sandbox.bench.settlement;

import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Companies and the month that was driven for them, written past the application: what is measured begins after it. Runs are
 * stored in the order in which they departed, as they are when they are planned day by day, so a company's lie apart.
 */
final class DrivenMonth {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private static final int ROUTES = 10;
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private final YearMonth month;
    private int registered;

    DrivenMonth(YearMonth month) {
        this.month = month;
    }

    YearMonth month() {
        return month;
    }

    /** So many companies with so many completed runs each, on ten routes with a rate that changed in the middle. */
    List<UUID> create(PostgresPart postgres, int companies, int runs) throws SQLException {
        List<UUID> ids = IntStream.range(0, companies)
                .mapToObj(_ -> UUID.randomUUID())
                .sorted()
                .toList();
        try (Connection connection = postgres.connect(postgres.superuser())) {
            companies(connection, ids);
            try (Statement sql = connection.createStatement()) {
                // Nobody drives a million runs in a minute: what is checked of each elsewhere is true of these.
                sql.execute("SET session_replication_role = replica");
                for (String statement : rows(runs)) {
                    sql.execute(statement);
                }
                sql.execute("VACUUM ANALYZE");
            }
        }
        return ids;
    }

    private void companies(Connection connection, List<UUID> ids) throws SQLException {
        List<String> numbers = new ArrayList<>();
        ids.forEach(_ -> numbers.add(businessNumber(registered++)));
        try (Statement sql = connection.createStatement()) {
            sql.execute("CREATE TEMP TABLE served (company uuid, number char(10), place bigint)");
        }
        try (PreparedStatement sql = connection.prepareStatement(
                "INSERT INTO served SELECT * FROM unnest(?, ?) WITH ORDINALITY AS t (company, number, place)")) {
            Array all = connection.createArrayOf("uuid", ids.toArray());
            sql.setArray(1, all);
            sql.setArray(2, connection.createArrayOf("bpchar", numbers.toArray()));
            var _ = sql.executeUpdate();
        }
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "INSERT INTO company SELECT company, 0, '회사 ' || number, number, 'POSTPAID', 'ACTIVE' FROM served");
            sql.execute("INSERT INTO erp_account SELECT company, '17100001' FROM served");
        }
    }

    private List<String> rows(int runs) {
        int perRoute = Math.ceilDiv(runs, ROUTES);
        int perDay = Math.ceilDiv(perRoute, month.lengthOfMonth());
        int apart = Math.min(120, 18 * 60 / perDay);
        return List.of(
                "INSERT INTO zone SELECT gen_random_uuid(), 0, company, '차고지', 127.0, 37.5, NULL, 'ACTIVE' FROM served",
                """
                CREATE TEMP TABLE line AS
                SELECT s.company, uuidv7() AS route, uuidv7() AS slot, uuidv7() AS vehicle, uuidv7() AS contract, k,
                       nextval('vehicle_contract_number') AS number
                  FROM served AS s, generate_series(1, %d) AS k ORDER BY s.place, k""".formatted(ROUTES),
                "INSERT INTO route SELECT route, 0, company, '판교-강남 출근 ' || k, false FROM line",
                "INSERT INTO rate SELECT route, 1, date '%s', 45000 + k * 100 FROM line".formatted(month.atDay(1)),
                "INSERT INTO rate SELECT route, 2, date '%s', 46000 + k * 100 FROM line".formatted(month.atDay(15)),
                "INSERT INTO slot SELECT slot, 0, company, route, k || '호차', '[]', false FROM line",
                """
                INSERT INTO vehicle (id, version, company_id, zone_id, plate, vin, model, seats, ownership, turnaround_minutes,
                                     odometer_km, status)
                SELECT vehicle, 0, l.company, z.id, lpad((number / 10000)::text, 3, '1') || '바' || lpad((number % 10000)::text, 4, '0'),
                       'KMHL14JA' || lpad(number::text, 9, '0'), '카운티', 25, 'OPERATOR', 10, 1000, 'ACTIVE'
                  FROM line AS l JOIN zone AS z ON z.company_id = l.company""",
                """
                INSERT INTO vehicle_contract
                SELECT contract, 'VC%s-' || lpad(number::text, 6, '0'), company, slot, vehicle, gen_random_uuid(), 'DISPATCH',
                       timestamp '%s' AT TIME ZONE 'Asia/Seoul', NULL
                  FROM line""".formatted(month.toString().replace("-", ""), month.atDay(1)),
                """
                INSERT INTO run (id, version, company_id, route_id, slot_id, departure, status, left_at, arrived_at)
                SELECT uuidv7(), 2, company, route, slot, departure, 'COMPLETED', departure, departure + interval '50 minutes'
                  FROM (SELECT l.*, (timestamp '%s' + (r %% %d) * interval '1 day' + interval '5 hours'
                                     + (r / %d) * interval '%d minutes') AT TIME ZONE 'Asia/Seoul' AS departure
                          FROM line AS l, generate_series(0, %d) AS r WHERE r * %d + l.k <= %d) AS d
                 ORDER BY departure""".formatted(
                                month.atDay(1),
                                month.lengthOfMonth(),
                                month.lengthOfMonth(),
                                apart,
                                perRoute - 1,
                                ROUTES,
                                runs),
                "DROP TABLE line, served");
    }

    /** The tenth digit proves the nine before it. */
    private static String businessNumber(int which) {
        String nine = "%09d".formatted(200_000_000 + which);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        sum += (nine.charAt(8) - '0') * 5 / 10;
        return nine + (10 - sum % 10) % 10;
    }

    /** What was confirmed, in one line: everything that the statements say, and what they come to. */
    static String confirmed(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet said = sql.executeQuery("""
                        SELECT count(*) || ' bills, ' || sum(c.supply) || ' won, ' || md5(string_agg(md5(substring(
                               s.text FROM '"sections":.*,"sequence"')), ',' ORDER BY s.company_id))
                          FROM snapshot AS s JOIN settlement_step AS c
                            ON c.settlement_id = s.settlement_id AND c.status = 'CONFIRMED'""")) {
            said.next();
            return String.valueOf(said.getString(1));
        }
    }
}
