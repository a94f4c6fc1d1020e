package io.motorpool.domain.reservation;

import static io.motorpool.domain.company.Fixtures.aCompanyThatLeft;
import static io.motorpool.domain.company.Fixtures.aFormerMember;
import static io.motorpool.domain.company.Fixtures.aMemberWith;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.TURNAROUND;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.fleet.Fixtures.aVehicleIn;
import static io.motorpool.domain.reservation.Fixtures.MONDAY;
import static io.motorpool.domain.reservation.Fixtures.MONDAY_8AM;
import static io.motorpool.domain.reservation.Fixtures.aFreeDay;
import static io.motorpool.domain.reservation.Fixtures.aReservation;
import static io.motorpool.domain.reservation.Fixtures.aTrip;
import static io.motorpool.domain.reservation.Fixtures.around;
import static io.motorpool.domain.reservation.Fixtures.at;
import static io.motorpool.domain.reservation.Fixtures.hours;
import static io.motorpool.domain.reservation.Fixtures.terms;
import static io.motorpool.domain.reservation.Fixtures.withDriver;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.reservation.ReservationRefusal.DriverNotEligible;
import io.motorpool.domain.reservation.ReservationRefusal.Lack;
import io.motorpool.domain.shared.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever gets a vehicle must be allowed to drive it, by whichever way they come to it. */
class EligibilityTest {

    private static final Period WANTED = hours(9, 11);

    /** Every way to come by a vehicle for a period. */
    enum Way {
        RESERVING {
            @Override
            Decision<?, ReservationRefusal> to(Period period, Surroundings around) {
                return Reservation.reserve(terms(period), around, MONDAY_8AM);
            }
        },
        MOVING {
            @Override
            Decision<?, ReservationRefusal> to(Period period, Surroundings around) {
                return aReservation(hours(72, 73)).reschedule(period, around, MONDAY_8AM);
            }
        },
        EXTENDING_A_TRIP {
            @Override
            Decision<?, ReservationRefusal> to(Period period, Surroundings around) {
                return aTrip(new Period(period.start(), period.start().plus(ReservationPolicy.SHORTEST)))
                        .reschedule(period, around, MONDAY_8AM);
            }
        },
        CHANGING_THE_VEHICLE {
            @Override
            Decision<?, ReservationRefusal> to(Period period, Surroundings around) {
                Vehicle offered = around.vehicle();
                Vehicle other = new Vehicle(
                        OTHER_SONATA,
                        offered.company(),
                        offered.zone(),
                        offered.description(),
                        offered.odometer(),
                        offered.status());
                return aReservation(period)
                        .changeVehicle(
                                new Surroundings(
                                        around.company(), other, around.schedule(), around.driver(), around.agenda()),
                                MONDAY_8AM);
            }
        },
        STARTING {
            @Override
            Decision<?, ReservationRefusal> to(Period period, Surroundings around) {
                return aReservation(period).start(ODOMETER, around, period.start());
            }
        };

        abstract Decision<?, ReservationRefusal> to(Period period, Surroundings around);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_member_with_a_valid_licence_gets_a_vehicle_in_service(Way way) {
        assertThat(way.to(WANTED, aFreeDay())).isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobody_drives_for_a_company_that_left(Way way) {
        assertRefused(way.to(WANTED, around(aCompanyThatLeft())), new ReservationRefusal.CompanyNotActive());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nobody_drives_a_vehicle_out_of_service(Way way) {
        assertRefused(
                way.to(WANTED, around(aVehicleIn(VehicleStatus.MAINTENANCE))),
                new ReservationRefusal.VehicleNotInService(VehicleStatus.MAINTENANCE));
        assertRefused(
                way.to(WANTED, around(aVehicleIn(VehicleStatus.RETIRED))),
                new ReservationRefusal.VehicleNotInService(VehicleStatus.RETIRED));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void who_is_not_or_no_longer_a_member_does_not_drive(Way way) {
        assertLacks(Lack.NOT_A_MEMBER, way, WANTED, null);
        assertLacks(Lack.NOT_A_MEMBER, way, WANTED, aFormerMember());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_member_without_a_licence_does_not_drive(Way way) {
        assertLacks(Lack.NO_LICENCE, way, WANTED, aMemberWith(null));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_licence_is_valid_for_the_whole_of_its_last_day_in_seoul(Way way) {
        Member driver = aMemberWith(licenceUntil(MONDAY));

        assertThat(way.to(new Period(at(22, 0), at(24, 0)), withDriver(driver))).isInstanceOf(Decision.Accepted.class);
        assertLacks(Lack.LICENCE_EXPIRES, way, new Period(at(22, 0), at(24, 10)), driver);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void a_licence_that_expired_yesterday_in_seoul_is_not_saved_by_a_clock_in_greenwich(Way way) {
        Period earlyOnTuesday = new Period(at(24, 30), at(26, 0));

        assertLacks(Lack.LICENCE_EXPIRES, way, earlyOnTuesday, aMemberWith(licenceUntil(MONDAY)));
        assertThat(way.to(earlyOnTuesday, withDriver(aMemberWith(licenceUntil(MONDAY.plusDays(1))))))
                .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void the_licence_is_for_vehicles_with_that_many_seats(Way way) {
        Surroundings aVan = around(aVehicle(OTHER_SONATA, aDescription(15, TURNAROUND)));
        Surroundings aBus = around(aVehicle(OTHER_SONATA, aDescription(16, TURNAROUND)));

        assertThat(way.to(WANTED, aVan)).isInstanceOf(Decision.Accepted.class);
        assertRefused(way.to(WANTED, aBus), new DriverNotEligible(Lack.LICENCE_CLASS));
    }

    private static Licence licenceUntil(LocalDate expiry) {
        return new Licence(LicenceClass.CLASS_1_ORDINARY, expiry);
    }

    private static void assertLacks(Lack lack, Way way, Period period, @Nullable Member driver) {
        assertRefused(way.to(period, withDriver(driver)), new DriverNotEligible(lack));
    }

    private static void assertRefused(Decision<?, ReservationRefusal> decision, ReservationRefusal because) {
        assertThat(decision).isEqualTo(new Decision.Refused<>(because));
    }
}
