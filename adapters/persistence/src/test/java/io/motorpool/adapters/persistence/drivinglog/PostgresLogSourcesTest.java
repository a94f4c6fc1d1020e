package io.motorpool.adapters.persistence.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.MARCH;
import static io.motorpool.application.drivinglog.LogFixtures.march;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.drivinglog.LogFacts;
import io.motorpool.application.drivinglog.LogSources;
import io.motorpool.application.drivinglog.LogSourcesContract;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.drivinglog.Leg;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLogSourcesTest implements LogSourcesContract, PostgresContract {

    private static final Period MORNING = new Period(march("02T09:00"), march("02T12:00"));

    @Inject
    LogSources sources;

    @Inject
    PlanWindows windows;

    @Inject
    LogFacts facts;

    @Override
    public LogSources sources() {
        return sources;
    }

    @Override
    public CompanyId givenCompany() {
        return new Given(this).company();
    }

    @Override
    public VehicleId givenVehicle(CompanyId company) {
        return new Given(this).vehicle(company).id();
    }

    @Override
    public UserId givenDriver(CompanyId company) {
        return new Given(this).member(company, new UserId(Ids.next())).user();
    }

    @Override
    public void given(PlanWindow window) {
        var _ = inTransaction(() -> windows.add(window));
    }

    @Override
    public void given(LogFact fact) {
        var _ = inTransaction(() -> facts.add(fact).replaceWith(true));
    }

    @Override
    public void given(CompanyId company, VehicleId vehicle, Use use) {
        switch (use.course()) {
            case Course.Unfinished _ -> givenReservation(company, vehicle, use, "RESERVED", List.of());
            case Course.NotDriven(var cause) ->
                givenReservation(
                        company, vehicle, use, cause == Use.Cause.CANCELLED ? "CANCELLED" : "NO_SHOW", List.of());
            case Course.Driven(var legs) -> {
                givenReservation(company, vehicle, use, "RETURNED", legs);
                if (legs.size() > 1) {
                    legs.forEach(leg -> givenKey(vehicle, use.reservation(), leg));
                }
            }
        }
    }

    @Test
    void whoever_gives_the_key_away_and_gets_it_back_at_once_has_driven_once() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        UserId giver = givenDriver(company);
        Use use = reserved();
        givenReservation(company, vehicle, use, "RETURNED", List.of(leg(giver, "09:00", "12:00", 10, 40)));
        givenKey(vehicle, use.reservation(), leg(giver, "09:00", "10:00", 10, 20));
        givenKey(vehicle, use.reservation(), leg(giver, "10:05", "12:00", 20, 40));

        assertThat(onlyUse(company, vehicle))
                .isEqualTo(new Course.Driven(List.of(leg(giver, "09:00", "12:00", 10, 40))));
    }

    /** A vehicle learns its key a little later than its driver leaves, and forgets it a little later than they arrive. */
    @Test
    void the_first_departure_and_the_last_arrival_are_those_of_the_reservation() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        UserId driver = givenDriver(company);
        UserId colleague = givenDriver(company);
        Use use = reserved();
        givenReservation(company, vehicle, use, "RETURNED", List.of(leg(colleague, "09:00", "11:00", 10, 40)));
        givenKey(vehicle, use.reservation(), leg(driver, "09:01", "10:00", 10, 20));
        givenKey(vehicle, use.reservation(), leg(colleague, "10:02", "11:03", 20, 41));

        assertThat(onlyUse(company, vehicle))
                .isEqualTo(new Course.Driven(
                        List.of(leg(driver, "09:00", "10:00", 10, 20), leg(colleague, "10:02", "11:00", 20, 40))));
    }

    @Test
    void what_came_back_where_it_stood_was_never_driven_and_what_nobody_read_is_not_made_up() {
        CompanyId company = givenCompany();
        UserId driver = givenDriver(company);
        VehicleId stood = givenVehicle(company);
        givenReservation(company, stood, reserved(), "RETURNED", List.of(leg(driver, "09:00", "09:10", 10, 10)));
        VehicleId unread = givenVehicle(company);
        Leg towed = new Leg(driver, march("02T09:00"), march("02T10:00"), new Odometer(10), null);
        givenReservation(company, unread, reserved(), "FORCE_RETURNED", List.of(towed));
        VehicleId waiting = givenVehicle(company);
        givenReservation(company, waiting, reserved(), "RESERVED", List.of());

        assertThat(onlyUse(company, stood)).isEqualTo(new Course.NotDriven(Use.Cause.NEVER_DRIVEN));
        assertThat(onlyUse(company, unread)).isEqualTo(new Course.Driven(List.of(towed)));
        assertThat(onlyUse(company, waiting)).isEqualTo(new Course.Unfinished());
    }

    private Course onlyUse(CompanyId company, VehicleId vehicle) {
        List<Use> uses = inTransaction(() -> sources.uses(company, vehicle, MARCH));
        assertThat(uses).hasSize(1);
        return uses.getFirst().course();
    }

    private static Use reserved() {
        return new Use(new ReservationId(Ids.next()), MORNING, true, new Course.Unfinished());
    }

    private static Leg leg(UserId driver, String from, String until, int before, int after) {
        return new Leg(driver, march("02T" + from), march("02T" + until), new Odometer(before), new Odometer(after));
    }

    /** @param legs the first and the last of which say when it left and came back; none if it did not */
    private void givenReservation(CompanyId company, VehicleId vehicle, Use use, String status, List<Leg> legs) {
        boolean waiting = status.equals("RESERVED");
        UserId driver = legs.isEmpty() ? givenDriver(company) : legs.getLast().driver();
        Map<String, Object> values = new HashMap<>(Map.of(
                "id", use.reservation().value(),
                "company", company.value(),
                "vehicle", vehicle.value(),
                "driver", driver.value(),
                "start", use.period().start(),
                "end", use.period().end(),
                "corporate", use.corporate(),
                "status", status));
        values.put("noShowFrom", waiting ? use.period().end().toString() : "");
        values.put("left", legs.isEmpty() ? "" : legs.getFirst().departedAt().toString());
        values.put("before", legs.isEmpty() ? "" : km(legs.getFirst().before()));
        values.put("arrived", arrived(use, waiting, legs));
        values.put("after", legs.isEmpty() ? "" : km(legs.getLast().after()));
        given("""
                INSERT INTO reservation (id, version, company_id, vehicle_id, driver_id, start_at, end_at, turnaround_minutes,
                                         corporate, created_at, status, at_risk, no_show_from, started_at,
                                         start_odometer_km, ended_at, end_odometer_km)
                VALUES (:id, 0, :company, :vehicle, :driver, :start, :end, 0, :corporate, :start, :status, false,
                        CAST(NULLIF(:noShowFrom, '') AS timestamptz), CAST(NULLIF(:left, '') AS timestamptz),
                        CAST(NULLIF(:before, '') AS integer), CAST(NULLIF(:arrived, '') AS timestamptz),
                        CAST(NULLIF(:after, '') AS integer))\
                """, values);
    }

    private static String arrived(Use use, boolean waiting, List<Leg> legs) {
        Instant ended = legs.isEmpty() ? use.period().end() : legs.getLast().arrivedAt();
        return waiting ? "" : ended.toString();
    }

    private void givenKey(VehicleId vehicle, ReservationId reservation, Leg leg) {
        given(
                """
                INSERT INTO key_grant (id, vehicle_id, reservation_id, holder_id, from_km, opened_at, until_km, closed_at)
                VALUES (:id, :vehicle, :reservation, :holder, :from, :opened, CAST(NULLIF(:until, '') AS integer), :closed)\
                """,
                Map.of(
                        "id", Ids.next(),
                        "vehicle", vehicle.value(),
                        "reservation", reservation.value(),
                        "holder", leg.driver().value(),
                        "from", leg.before().km(),
                        "opened", leg.departedAt(),
                        "until", km(leg.after()),
                        "closed", leg.arrivedAt()));
    }

    private static String km(@Nullable Odometer odometer) {
        return odometer == null ? "" : Integer.toString(odometer.km());
    }
}
