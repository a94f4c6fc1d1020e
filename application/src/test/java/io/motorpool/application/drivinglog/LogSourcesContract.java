package io.motorpool.application.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.APRIL;
import static io.motorpool.application.drivinglog.LogFixtures.MARCH;
import static io.motorpool.application.drivinglog.LogFixtures.at;
import static io.motorpool.application.drivinglog.LogFixtures.driven;
import static io.motorpool.application.drivinglog.LogFixtures.march;
import static io.motorpool.application.drivinglog.LogFixtures.notDriven;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.drivinglog.LogSources.Place;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.Leg;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What everybody promises who tells what was reserved and driven. */
public interface LogSourcesContract extends LogGround {

    LogSources sources();

    UserId givenDriver(CompanyId company);

    /** A reservation of the vehicle that went like this. */
    void given(CompanyId company, VehicleId vehicle, Use use);

    void given(PlanWindow window);

    void given(LogFact fact);

    @Test
    default void what_departed_in_the_period_is_told_as_it_was_with_its_neighbours() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        UserId driver = givenDriver(company);
        Use longBefore = driven(driver, true, at("2027-01-10T09:00"), at("2027-01-10T10:00"), 10, 20);
        Use before = driven(driver, true, at("2027-02-27T09:00"), at("2027-02-27T10:00"), 20, 30);
        Use within = driven(driver, false, march("02T09:00"), march("02T10:00"), 30, 40);
        Use cancelled = notDriven(Use.Cause.CANCELLED, march("03T09:00"), march("03T10:00"));
        Use cancelledBefore = notDriven(Use.Cause.CANCELLED, at("2027-02-28T09:00"), at("2027-02-28T10:00"));
        Use after = driven(driver, true, at("2027-04-02T09:00"), at("2027-04-02T10:00"), 40, 50);
        Use longAfter = driven(driver, true, at("2027-05-02T09:00"), at("2027-05-02T10:00"), 50, 60);
        List.of(longBefore, before, within, cancelled, cancelledBefore, after, longAfter)
                .forEach(use -> given(company, vehicle, use));

        assertThat(uses(company, vehicle, MARCH)).containsExactlyInAnyOrder(before, within, cancelled, after);
    }

    @Test
    default void a_reservation_is_told_in_each_period_in_which_somebody_took_it_over() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        Use handedOver = driven(
                true,
                new Period(march("31T20:00"), at("2027-04-01T08:00")),
                new Leg(
                        givenDriver(company),
                        march("31T20:00"),
                        at("2027-04-01T01:00"),
                        new Odometer(1),
                        new Odometer(9)),
                new Leg(
                        givenDriver(company),
                        at("2027-04-01T01:00"),
                        at("2027-04-01T07:00"),
                        new Odometer(9),
                        new Odometer(20)));
        given(company, vehicle, handedOver);

        assertThat(uses(company, vehicle, MARCH)).containsExactly(handedOver);
        assertThat(uses(company, vehicle, APRIL)).containsExactly(handedOver);
    }

    @Test
    default void only_the_vehicles_own_reservations_are_told() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        given(
                company,
                givenVehicle(company),
                driven(givenDriver(company), true, march("02T09:00"), march("02T10:00"), 1, 2));

        assertThat(uses(company, vehicle, MARCH)).isEmpty();
    }

    @Test
    default void a_vehicle_belongs_to_the_log_when_it_was_reserved_planned_or_spoken_about() {
        CompanyId company = givenCompany();
        VehicleId reserved = givenVehicle(company);
        VehicleId planned = givenVehicle(company);
        VehicleId spokenOf = givenVehicle(company);
        VehicleId _ = givenVehicle(company);
        CompanyId other = givenCompany();
        VehicleId stranger = givenVehicle(other);
        given(company, reserved, notDriven(Use.Cause.NO_SHOW, march("31T23:50"), at("2027-04-01T01:00")));
        given(aWindow(company, planned));
        given(LogFixtures.aFact(company, spokenOf, new LogFact.Exempted(LogFact.Ground.CARGO)));
        given(other, stranger, notDriven(Use.Cause.NO_SHOW, march("03T09:00"), march("03T10:00")));

        assertThat(vehicles(company, MARCH)).containsExactly(reserved, planned, spokenOf);
        assertThat(vehicles(company, APRIL)).containsExactly(planned, spokenOf);
    }

    @Test
    default void an_entry_is_located_by_the_day_on_which_it_departed() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        Use overMidnight = driven(givenDriver(company), true, march("31T23:00"), at("2027-04-01T02:00"), 1, 2);
        given(company, vehicle, overMidnight);

        assertThat(inTransaction(() -> sources().locate(EntryId.of(overMidnight.reservation()))))
                .contains(new Place(company, vehicle, LocalDate.of(2027, 3, 31)));
        assertThat(inTransaction(() -> sources().locate(new EntryId(Ids.next()))))
                .isEmpty();
    }

    private static PlanWindow aWindow(CompanyId company, VehicleId vehicle) {
        return PlanWindow.agree(
                new PlanWindowId(Ids.next()),
                company,
                vehicle,
                new ContractTerm(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)),
                new WeeklyHours(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(18, 0)));
    }

    private List<Use> uses(CompanyId company, VehicleId vehicle, TaxPeriod period) {
        return inTransaction(() -> sources().uses(company, vehicle, period));
    }

    private List<VehicleId> vehicles(CompanyId company, TaxPeriod period) {
        return inTransaction(() -> sources().vehicles(company, period));
    }
}
