package io.motorpool.application.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.AvailabilityReader.Snapshot;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Taken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody who shows schedules promises. */
public interface AvailabilityReaderContract extends PortContract {

    AvailabilityReader reader();

    Clock clock();

    CompanyId givenCompany();

    VehicleId givenVehicle(CompanyId company, VehicleStatus status);

    void givenTaken(CompanyId company, VehicleId vehicle, OccupancyKind kind, Period period);

    /** Lets a moment pass. */
    void later();

    @Test
    default void a_vehicle_that_does_not_exist_has_no_schedule() {
        assertThat(snapshot(new VehicleId(Ids.next()), tomorrow(9, 12))).isEmpty();
        assertThat(snapshot(new VehicleId(Ids.next()), farAway())).isEmpty();
    }

    @Test
    default void a_vehicle_that_nobody_wants_is_shown_with_its_owner_and_an_empty_schedule() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company, VehicleStatus.MAINTENANCE);
        Instant before = clock().instant();

        Snapshot shown = snapshot(vehicle, tomorrow(9, 12)).orElseThrow();

        assertThat(shown.company()).isEqualTo(company);
        assertThat(shown.status()).isEqualTo(VehicleStatus.MAINTENANCE);
        assertThat(shown.schedule().vehicle()).isEqualTo(vehicle);
        assertThat(shown.schedule().takenWithin(tomorrow(0, 24))).isEmpty();
        assertThat(shown.asOf()).isBetween(before, clock().instant());
    }

    @Test
    default void whatever_holds_the_vehicle_in_the_period_is_shown_and_nothing_of_another_vehicle() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company, VehicleStatus.ACTIVE);
        VehicleId other = givenVehicle(company, VehicleStatus.ACTIVE);
        givenTaken(company, vehicle, OccupancyKind.RESERVATION, tomorrow(9, 12));
        givenTaken(company, vehicle, OccupancyKind.BUFFER, tomorrow(12, 13));
        givenTaken(company, vehicle, OccupancyKind.MAINTENANCE, tomorrow(14, 15));
        givenTaken(company, vehicle, OccupancyKind.BLOCK, tomorrow(15, 16));
        givenTaken(company, other, OccupancyKind.BLOCK, tomorrow(10, 11));

        assertThat(taken(vehicle, tomorrow(8, 20)))
                .containsExactly(
                        new Taken(OccupancyKind.RESERVATION, tomorrow(9, 12)),
                        new Taken(OccupancyKind.BUFFER, tomorrow(12, 13)),
                        new Taken(OccupancyKind.MAINTENANCE, tomorrow(14, 15)),
                        new Taken(OccupancyKind.BLOCK, tomorrow(15, 16)));
        assertThat(taken(vehicle, tomorrow(13, 15)))
                .containsExactly(new Taken(OccupancyKind.MAINTENANCE, tomorrow(14, 15)));
    }

    @Test
    default void a_period_beyond_what_can_be_reserved_is_shown_too() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company, VehicleStatus.ACTIVE);
        givenTaken(company, vehicle, OccupancyKind.MAINTENANCE, farAway());

        assertThat(taken(vehicle, farAway())).containsExactly(new Taken(OccupancyKind.MAINTENANCE, farAway()));
    }

    @Test
    default void what_is_shown_is_never_older_than_promised() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company, VehicleStatus.ACTIVE);
        assertThat(taken(vehicle, tomorrow(9, 12))).isEmpty();

        givenTaken(company, vehicle, OccupancyKind.BLOCK, tomorrow(9, 12));
        Instant changed = clock().instant();

        for (boolean seen = false; !seen; later()) {
            Instant asked = clock().instant();
            Snapshot shown = snapshot(vehicle, tomorrow(9, 12)).orElseThrow();

            assertThat(shown.asOf()).isAfterOrEqualTo(asked.minus(AvailabilityReader.OLDEST));
            seen = !shown.schedule().takenWithin(tomorrow(9, 12)).isEmpty();
            assertThat(seen || asked.isBefore(changed.plus(AvailabilityReader.OLDEST)))
                    .isTrue();
        }
    }

    @Test
    default void a_companys_vehicles_are_listed_without_former_and_foreign_ones() {
        CompanyId company = givenCompany();
        VehicleId first = givenVehicle(company, VehicleStatus.ACTIVE);
        VehicleId _ = givenVehicle(company, VehicleStatus.RETIRED);
        VehicleId second = givenVehicle(company, VehicleStatus.MAINTENANCE);
        VehicleId _ = givenVehicle(givenCompany(), VehicleStatus.ACTIVE);
        VehicleId third = givenVehicle(company, VehicleStatus.ACTIVE);

        Page<VehicleId> begin = vehicles(company, new Page.Request(2, Optional.empty()));
        Page<VehicleId> rest = vehicles(company, new Page.Request(2, begin.next()));

        assertThat(begin.items()).containsExactly(first, second);
        assertThat(rest).isEqualTo(new Page<>(List.of(third), Optional.empty()));
        assertThat(Walk.through(1, page -> vehicles(company, page))).containsExactly(first, second, third);
        assertThat(vehicles(givenCompany(), Page.Request.first()).items()).isEmpty();
    }

    private Page<VehicleId> vehicles(CompanyId company, Page.Request page) {
        return inTransaction(() -> reader().vehicles(company, page));
    }

    private List<Taken> taken(VehicleId vehicle, Period period) {
        return snapshot(vehicle, period).orElseThrow().schedule().takenWithin(period);
    }

    /** Asked for outside of any unit of work, as queries do. */
    private Optional<Snapshot> snapshot(VehicleId vehicle, Period period) {
        return result(() -> reader().snapshot(vehicle, period));
    }

    private Period tomorrow(int from, int until) {
        return day(1, from, until);
    }

    private Period farAway() {
        return day(300, 0, 24);
    }

    private Period day(int ahead, int from, int until) {
        Instant midnight = clock().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(ahead));
        return new Period(midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(until)));
    }
}
