package io.motorpool.adapters.persistence.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many want the same hours of one vehicle at the same moment, round after round. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ReservationRaceTest implements PostgresContract {

    private static final int ROUNDS = 200;
    private static final int CLIENTS = 12;
    private static final Instant FIRST_DAY = Instant.parse("2030-01-01T00:00:00Z");

    @Inject
    Reservations reservations;

    private record Claim(Period period, boolean won, Duration took) {}

    @Test
    void racing_claims_leave_disjoint_reservations_and_nobody_waits_long() throws Exception {
        Given given = new Given(this);
        CompanyId company = given.company();
        Vehicle vehicle = given.vehicle(company);
        List<UserId> drivers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            UserId driver = new UserId(Ids.next());
            assertThat(given.member(company, driver).user()).isEqualTo(driver);
            drivers.add(driver);
        }

        List<Claim> claims = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int round = 0; round < ROUNDS; round++) {
                claims.addAll(race(clients, vehicle, drivers, FIRST_DAY.plus(Duration.ofHours(6L * round))));
            }
        }

        List<Period> won = claims.stream()
                .filter(Claim::won)
                .map(Claim::period)
                .sorted(Comparator.comparing(Period::start))
                .toList();
        assertThat(won).hasSizeGreaterThanOrEqualTo(ROUNDS);
        for (int i = 1; i < won.size(); i++) {
            assertThat(won.get(i - 1).overlaps(won.get(i))).isFalse();
        }
        assertThat(count(
                        "SELECT count(*), 0 FROM occupancy WHERE vehicle_id = :it",
                        vehicle.id().value()))
                .isEqualTo(won.size());
        assertThat(count(
                        "SELECT count(*), 0 FROM reservation WHERE vehicle_id = :it",
                        vehicle.id().value()))
                .isEqualTo(won.size());
        assertThat(claims).allSatisfy(claim -> assertThat(claim.took()).isLessThan(Duration.ofSeconds(1)));
        assertThat(inTransaction(() -> Sql.rows(
                                "SELECT deadlocks, 0 FROM pg_stat_database WHERE datname = current_database()",
                                Map.of()))
                        .getFirst()[0])
                .isEqualTo(0L);
    }

    /** Everyone wants two hours; each a little later than the one before. */
    private List<Claim> race(ExecutorService clients, Vehicle vehicle, List<UserId> drivers, Instant from)
            throws InterruptedException, ExecutionException {
        List<Callable<Claim>> tries = new ArrayList<>();
        for (int i = 0; i < drivers.size(); i++) {
            UserId driver = drivers.get(i);
            Instant start = from.plus(Duration.ofMinutes(10L * (i % 4)));
            tries.add(() -> claim(vehicle, driver, new Period(start, start.plus(Duration.ofHours(2)))));
        }
        List<Claim> claims = new ArrayList<>();
        for (Future<Claim> each : clients.invokeAll(tries)) {
            claims.add(each.get());
        }
        return claims;
    }

    private Claim claim(Vehicle vehicle, UserId driver, Period period) {
        ReservationTerms terms = new ReservationTerms(
                new ReservationId(Ids.next()),
                vehicle.company(),
                vehicle.id(),
                driver,
                period,
                Duration.ZERO,
                true,
                FIRST_DAY);
        long began = System.nanoTime();
        boolean won = inTransaction(
                () -> reservations.add(new Reserved(terms, false, period.start().plusSeconds(1800))));
        return new Claim(period, won, Duration.ofNanos(System.nanoTime() - began));
    }

    private long count(String sql, UUID it) {
        return (Long) inTransaction(() -> Sql.rows(sql, Map.of("it", it))).getFirst()[0];
    }
}
