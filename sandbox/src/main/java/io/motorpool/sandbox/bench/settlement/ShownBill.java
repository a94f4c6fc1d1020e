package io.motorpool.sandbox.bench.settlement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a bill says, in the words of its workbook. Its runs were driven and charged once each, without extra costs, at prices
 * whose tenth part is whole: what the application comes to by its rules is plain here.
 *
 * @param said what stands above the routes
 */
record ShownBill(List<Said> said, List<Route> routes) {

    record Said(String heading, String text) {}

    record Route(String name, List<Line> lines, long won) {

        static Route of(String name, List<Line> lines) {
            return new Route(name, lines, lines.stream().mapToLong(Line::won).sum());
        }
    }

    /** A run as its line shows it. */
    record Line(
            LocalDate date,
            String time,
            String slot,
            String plate,
            String model,
            String contract,
            int rate,
            long won) {}

    static ShownBill of(Connection connection, UUID settlement, YearMonth month) throws SQLException {
        return new ShownBill(said(connection, settlement, month), routes(connection, settlement));
    }

    long won() {
        return routes.stream().mapToLong(Route::won).sum();
    }

    private static List<Said> said(Connection connection, UUID settlement, YearMonth month) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT c.name, regexp_replace(c.business_number, '^(...)(..)(.....)$', '\\1-\\2-\\3'), t.number,
                               to_char(s.at AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD HH24:MI:SS'), s.seal
                          FROM settlement AS t JOIN company AS c ON c.id = t.company_id
                          JOIN settlement_step AS s ON s.settlement_id = t.id AND s.status = 'CONFIRMED'
                         WHERE t.id = '%s'""".formatted(settlement))) {
            row.next();
            return List.of(
                    new Said("공급받는 자", text(row, 1)),
                    new Said("사업자등록번호", text(row, 2)),
                    new Said("정산번호", text(row, 3)),
                    new Said("정산월", "%d년 %d월".formatted(month.getYear(), month.getMonthValue())),
                    new Said("구분", "청구"),
                    new Said("확정일시", text(row, 4)),
                    new Said("문서 지문(SHA-256)", text(row, 5)));
        }
    }

    private static List<Route> routes(Connection connection, UUID settlement) throws SQLException {
        List<Route> routes = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet route = sql.executeQuery("""
                        SELECT r.id, r.name FROM settlement AS t JOIN route AS r ON r.company_id = t.company_id
                         WHERE t.id = '%s' ORDER BY r.id""".formatted(settlement))) {
            while (route.next()) {
                routes.add(Route.of(text(route, 2), lines(connection, text(route, 1))));
            }
        }
        return routes;
    }

    private static List<Line> lines(Connection connection, String route) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("""
                        SELECT r.service_date, to_char(r.departure AT TIME ZONE 'Asia/Seoul', 'HH24:MI'), slot.name, v.plate,
                               v.model, k.number, t.rate_version, t.won
                          FROM run AS r JOIN charge AS t ON t.run_id = r.id JOIN vehicle_contract AS k ON k.id = t.contract_id
                          JOIN slot ON slot.id = r.slot_id JOIN vehicle AS v ON v.id = k.vehicle_id
                         WHERE r.route_id = '%s' ORDER BY r.departure, r.id""".formatted(route))) {
            while (row.next()) {
                lines.add(new Line(
                        row.getObject(1, LocalDate.class),
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        text(row, 5),
                        text(row, 6),
                        row.getInt(7),
                        row.getLong(8)));
            }
        }
        return lines;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return String.valueOf(row.getString(column));
    }
}
