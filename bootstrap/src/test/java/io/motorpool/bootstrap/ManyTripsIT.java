package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.domain.drivinglog.FileDigest;
import io.motorpool.sandbox.shuttle.OpenedWorkbook;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A large company's year, from the database to the workbook, in a node that has 160 MiB of heap. */
@EndToEnd
class ManyTripsIT {

    private static final int VEHICLES = 20;
    private static final int TRIPS_EACH = 2_500;

    /** Half of what proxies usually wait for an answer. */
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    private static final Map<String, Object> YEAR = Map.of("firstDay", "2025-01-01", "lastDay", "2025-12-31");

    /** A trip of 7 km every three hours, one of five of them private. */
    private static final String DRIVEN = """
            INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at, turnaround_minutes,
                                     corporate, created_at, status, at_risk, started_at, start_odometer_km, ended_at,
                                     end_odometer_km)
            SELECT gen_random_uuid(), 0, ?, ?, ?, at, at + interval '30 minutes', 0, n %% 5 <> 0, at, 'RETURNED', false,
                   at, 10000 + n * 7, at + interval '20 minutes', 10007 + n * 7
              FROM generate_series(0, %d) AS n,
                   LATERAL (SELECT timestamptz '2025-01-02 00:00+09' + n * interval '3 hours' AS at) AS t""".formatted(TRIPS_EACH - 1);

    private final RunningSystem system;
    private final Sheets sheets;
    private final ClientCompany company;
    private final UUID driver;

    ManyTripsIT(RunningSystem system) {
        this.system = system;
        this.sheets = new Sheets(system);
        this.company = system.newCompany();
        this.driver = company.newMember().user();
    }

    @Test
    void fifty_thousand_trips_are_exported_twice_to_the_same_bytes_and_all_of_them_are_accounted_for()
            throws SQLException {
        List<UUID> vehicles =
                Stream.generate(company::newVehicle).limit(VEHICLES).toList();
        try (Connection database =
                system.parts().postgres().connect(system.parts().postgres().owner())) {
            for (UUID vehicle : vehicles) {
                drive(database, vehicle);
            }
            try {
                mustBeExportedTwice();
            } finally {
                forget(database);
            }
        }
    }

    private void mustBeExportedTwice() {
        JsonNode report = company.admin()
                .get("/companies/" + company.id() + "/driving-log?firstDay=2025-01-01&lastDay=2025-12-31")
                .expect(200)
                .body();
        assertThat(report.at("/total/entries").asInt()).isEqualTo(VEHICLES * TRIPS_EACH);
        assertThat(report.at("/total/included").asInt()).isEqualTo(VEHICLES * TRIPS_EACH / 5 * 4);
        assertThat(report.at("/total/addsUp").asBoolean()).isTrue();

        byte[] one = export();
        byte[] other = export();

        assertThat(FileDigest.of(other)).isEqualTo(FileDigest.of(one));
        Map<String, List<List<String>>> read = OpenedWorkbook.of(one).sheets();
        assertThat(read).hasSize(VEHICLES);
        assertThat(read.values()).allSatisfy(rows -> assertThat(rows.getLast()).contains("17500", "14000", "0.8"));
        mustBeClosedWithin(ENOUGH, FileDigest.of(one));
        assertThat(system.errorsLogged()).isEmpty();
    }

    /** The workbook is made once more within the request: somebody waits for it, and a proxy in between may not for long. */
    private void mustBeClosedWithin(Duration enough, FileDigest handedIn) {
        Instant asked = Instant.now();
        JsonNode closing = system.operator()
                .api()
                .post("/companies/" + company.id() + "/driving-log-closings", YEAR)
                .expect(201)
                .body();
        Duration took = Duration.between(asked, Instant.now());

        assertThat(closing.path("sha256").asText()).isEqualTo(handedIn.hex());
        assertThat(closing.path("rows").asInt()).isEqualTo(VEHICLES * TRIPS_EACH / 5 * 4);
        assertThat(took).isLessThan(enough);
    }

    private byte[] export() {
        UUID asked = company.admin()
                .api()
                .post("/companies/" + company.id() + "/driving-log-exports", YEAR)
                .expect(201)
                .id();
        JsonNode done = Eventually.of(
                () -> company.admin()
                        .get("/driving-log-exports/" + asked)
                        .expect(200)
                        .body(),
                seen -> !seen.path("state").asText().equals("WAITING"));
        assertThat(done.path("state").asText()).isEqualTo("READY");
        assertThat(done.path("rows").asInt()).isEqualTo(VEHICLES * TRIPS_EACH / 5 * 4);
        return sheets.get(company.admin(), "/driving-log-exports/" + asked + "/workbook")
                .expect(200)
                .bytes();
    }

    private void drive(Connection database, UUID vehicle) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(DRIVEN)) {
            insert.setObject(1, company.id());
            insert.setObject(2, vehicle);
            insert.setObject(3, driver);
            assertThat(insert.executeUpdate()).isEqualTo(TRIPS_EACH);
        }
    }

    /** Whoever compares rows afterwards need not read these. */
    private void forget(Connection database) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("DELETE FROM reservation WHERE company_id = ?")) {
            delete.setObject(1, company.id());
            assertThat(delete.executeUpdate()).isEqualTo(VEHICLES * TRIPS_EACH);
        }
    }
}
