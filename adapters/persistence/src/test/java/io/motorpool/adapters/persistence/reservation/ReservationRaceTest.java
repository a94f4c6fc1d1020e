package io.motorpool.adapters.persistence.reservation;

import static io.motorpool.adapters.persistence.reservation.ClaimRace.assertThatNothingOverlaps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.adapters.persistence.Deadlocks;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.reservation.ClaimRace.Claim;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The promise of the house: no two overlap, whoever comes at whatever moment. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReservationRaceTest implements PostgresGround {

    private static final int ROUNDS = 200;
    private static final int CLIENTS = 12;

    @Test
    void racing_claims_leave_disjoint_reservations_and_nobody_waits_long() {
        Vehicle vehicle = givenVehicle();
        Deadlocks deadlocks = Deadlocks.soFar(this);

        List<Claim> claims = race(vehicle, reservations()).run(ROUNDS);

        assertThatNothingOverlaps(claims);
        long won = claims.stream().filter(Claim::won).count();
        assertThat(won).isGreaterThanOrEqualTo(ROUNDS);
        assertThat(count("occupancy", vehicle)).isEqualTo(won);
        assertThat(count("reservation", vehicle)).isEqualTo(won);
        assertThat(claims).allSatisfy(claim -> assertThat(claim.took()).isLessThan(Duration.ofSeconds(1)));
        deadlocks.assertThatNoneWasAdded();
    }

    /** The proof that the race above can be lost: the same one, run by whoever looks first and takes then. */
    @Test
    void the_same_race_is_lost_by_whoever_looks_first_and_takes_then() throws SQLException {
        asOwner(
                NaiveReservations.TABLE,
                "GRANT SELECT, INSERT ON naive_occupancy TO " + setting("quarkus.datasource.username"));

        List<Claim> claims = race(givenVehicle(), new NaiveReservations()).run(ROUNDS / 10);

        assertThatThrownBy(() -> assertThatNothingOverlaps(claims)).isInstanceOf(AssertionError.class);
    }

    private ClaimRace race(Vehicle vehicle, Reservations contestants) {
        List<UserId> drivers = Stream.generate(() -> givenDriver(vehicle.company()))
                .limit(CLIENTS)
                .toList();
        return new ClaimRace(vehicle, drivers, wanted -> inTransaction(() -> contestants.add(wanted)));
    }

    private long count(String table, Vehicle vehicle) {
        return (Long) inTransaction(() -> Sql.rows(
                        "SELECT count(*), 0 FROM " + table + " WHERE vehicle_id = :it",
                        Map.of("it", vehicle.id().value())))
                .getFirst()[0];
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        setting(PostgresForTests.JDBC_URL),
                        setting(PostgresForTests.OWNER),
                        setting(PostgresForTests.OWNER_PASSWORD));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            var _ = statement.executeBatch();
        }
    }

    private static String setting(String name) {
        Config config = ConfigProvider.getConfig();
        return config.getValue(name, String.class);
    }
}
