package io.motorpool.adapters.persistence.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Many want the same hours of one vehicle at the same moment, round after round. */
final class ClaimRace {

    private static final Instant FIRST_DAY = Instant.parse("2030-01-01T00:00:00Z");

    private final Vehicle vehicle;
    private final List<UserId> drivers;
    private final Predicate<Reserved> add;

    /**
     * @param drivers as many as there are callers
     * @param add whether the reservation was stored; called from many threads
     */
    ClaimRace(Vehicle vehicle, List<UserId> drivers, Predicate<Reserved> add) {
        this.vehicle = vehicle;
        this.drivers = drivers;
        this.add = add;
    }

    /** What one caller wanted, whether they got it, and how long the answer took. */
    record Claim(Period held, boolean won, Duration took) {}

    List<Claim> run(int rounds) {
        List<Claim> claims = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            claims.addAll(round(FIRST_DAY.plus(Duration.ofHours(6L * round))));
        }
        return claims;
    }

    /** Everyone wants two hours; each a little later than the one before. */
    private List<Claim> round(Instant from) {
        List<Callable<Claim>> callers = new ArrayList<>();
        for (int i = 0; i < drivers.size(); i++) {
            Instant start = from.plus(Duration.ofMinutes(10L * (i % 4)));
            Period period = new Period(start, start.plus(Duration.ofHours(2)));
            Reserved wanted = aReservation(vehicle, drivers.get(i), period);
            callers.add(() -> claim(wanted));
        }
        return AtOnce.each(callers);
    }

    private Claim claim(Reserved wanted) {
        long began = System.nanoTime();
        boolean won = add.test(wanted);
        return new Claim(wanted.occupancy().orElseThrow().held(), won, Duration.ofNanos(System.nanoTime() - began));
    }

    /** The whole point. */
    static void assertThatNothingOverlaps(List<Claim> claims) {
        List<Period> won = claims.stream()
                .filter(Claim::won)
                .map(Claim::held)
                .sorted(Comparator.comparing(Period::start))
                .toList();
        for (int i = 1; i < won.size(); i++) {
            assertThat(won.get(i).start())
                    .as("after %s", won.get(i - 1))
                    .isAfterOrEqualTo(won.get(i - 1).end());
        }
    }
}
