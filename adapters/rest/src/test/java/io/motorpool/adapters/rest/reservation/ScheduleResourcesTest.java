package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.Given.END;
import static io.motorpool.adapters.rest.reservation.Given.PERIOD;
import static io.motorpool.adapters.rest.reservation.Given.REASON;
import static io.motorpool.adapters.rest.reservation.Given.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.SpanBody;
import io.motorpool.adapters.rest.reservation.AvailabilityResource.AvailabilityBody;
import io.motorpool.adapters.rest.reservation.NeighboursResource.NeighbourBody;
import io.motorpool.adapters.rest.reservation.NeighboursResource.NeighboursBody;
import io.motorpool.adapters.rest.reservation.OccupanciesResource.MovedBody;
import io.motorpool.adapters.rest.reservation.OccupanciesResource.OccupancyBody;
import io.motorpool.adapters.rest.reservation.OccupanciesResource.OccupyBody;
import io.motorpool.adapters.rest.reservation.OccupanciesResource.ReleaseBody;
import io.motorpool.adapters.rest.reservation.SweepsResource.ReportBody;
import io.motorpool.application.reservation.AvailabilityQueries;
import io.motorpool.application.reservation.OccupyVehicle;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.Taken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleResourcesTest {

    private static final Between THEN = new Between(START, END);
    private static final VehicleId VEHICLE = new VehicleId(Ids.next());
    private static final String ID = VEHICLE.toString();
    private static final String SEEN = "\"4\"";
    private static final ByDivision BLOCK =
            new ByDivision(new OccupancyId(Ids.next()), new CompanyId(Ids.next()), VEHICLE, Cause.MAINTENANCE, PERIOD);
    private static final TakenBody TAKEN = new TakenBody(OccupancyKind.MAINTENANCE, PERIOD.start(), PERIOD.end());

    private final KnownCaller caller = new KnownCaller(Callers.anOperator());

    /** Half of the time is gone. */
    private static final class HalfFree implements AvailabilityQueries {

        @Override
        public Uni<Decision<Availability, Refusal>> of(Caller caller, VehicleId vehicle, Period period) {
            return Proceed.done(availability(period));
        }

        @Override
        public Uni<Decision<Page<Availability>, Refusal>> of(
                Caller caller, CompanyId company, Period period, Page.Request page) {
            return Proceed.done(new Page<>(List.of(availability(period)), Optional.empty()));
        }

        private static Availability availability(Period period) {
            return new Availability(
                    VEHICLE,
                    period,
                    List.of(period.withEnd(period.start().plusSeconds(3_600))),
                    List.of(new Taken(OccupancyKind.MAINTENANCE, period)),
                    PERIOD.start());
        }
    }

    @Test
    void availability_says_what_is_free_and_what_is_in_the_way() {
        var resource = new AvailabilityResource(new HalfFree(), caller);
        AvailabilityBody expected = new AvailabilityBody(
                VEHICLE.value(),
                PERIOD.start(),
                PERIOD.end(),
                false,
                List.of(new SpanBody(PERIOD.start(), PERIOD.start().plusSeconds(3_600))),
                List.of(TAKEN),
                PERIOD.start());

        assertThat(Responses.of(() -> resource.ofVehicle(ID, THEN)).getEntity()).isEqualTo(expected);
        assertThat(Responses.of(() -> resource.ofCompany(ID, THEN, new Paging(null, null)))
                        .getEntity())
                .isEqualTo(new PageBody<>(List.of(expected), null));
    }

    @Test
    void a_stretch_of_time_is_given_in_order_and_not_too_long() {
        var resource = new AvailabilityResource(new HalfFree(), caller);
        Between years = new Between("2027-01-01T00:00:00Z", "2028-02-06T00:00:00Z");

        assertThat(Responses.wrongFields(() -> resource.ofVehicle(ID, new Between(null, null))))
                .containsExactly("start", "end");
        assertThat(Responses.wrongFields(() -> resource.ofVehicle(ID, new Between(END, START))))
                .containsExactly("end");
        assertThat(Responses.wrongFields(() -> resource.ofVehicle(ID, years))).containsExactly("end");
        assertThat(Responses.wrongFields(() -> resource.ofCompany(ID, years, new Paging("?", "0"))))
                .containsExactly("end", "cursor", "limit");
        assertThat(Responses.problem(() -> resource.ofVehicle("mine", THEN))).isEqualTo("404 not-found");
    }

    @Test
    void neighbours_are_masked_and_may_be_missing() {
        var resource = new NeighboursResource(new AskedQueries(), caller);
        NeighboursBody expected = new NeighboursBody(new NeighbourBody("김*수", PERIOD.start(), PERIOD.end()), null);

        assertThat(Responses.of(() -> resource.ofReservation(ID)).getEntity()).isEqualTo(expected);
        assertThat(Responses.of(() -> resource.ofPeriod(ID, THEN)).getEntity()).isEqualTo(expected);
        assertThat(Responses.wrongFields(() -> resource.ofPeriod(ID, new Between("now", END))))
                .containsExactly("start");
    }

    /** Moves one reservation away whenever it is asked. */
    private static final class Obliging implements OccupyVehicle {

        private static final Moved MOVED = new Moved(new ReservationId(Ids.next()), VEHICLE, new VehicleId(Ids.next()));

        @Override
        public Uni<Decision<Occupied, Refusal>> occupy(Command command) {
            assertThat(command.seen()).isEqualTo(new Version(4));
            return command.relocate()
                    ? Proceed.done(new Occupied(BLOCK, List.of(MOVED)))
                    : Proceed.refused(new ReservationRefusal.ReservationsInTheWay(List.of(MOVED.reservation())));
        }

        @Override
        public Uni<Decision<ByDivision, Refusal>> release(Caller caller, OccupancyId occupancy, Reason reason) {
            return Proceed.done(BLOCK);
        }

        @Override
        public Uni<Decision<List<Occupancy>, Refusal>> within(Caller caller, VehicleId vehicle, Period period) {
            return Proceed.done(List.of(BLOCK));
        }
    }

    @Test
    void a_vehicle_is_taken_out_of_use_and_given_back() {
        var resource = new OccupanciesResource(new Obliging(), caller);
        OccupancyBody alone = new OccupancyBody(BLOCK.id().value(), VEHICLE.value(), List.of(TAKEN), List.of());

        Response taken =
                Responses.of(() -> resource.occupy(ID, SEEN, new OccupyBody("MAINTENANCE", START, END, true, REASON)));

        assertThat(taken.getStatus()).isEqualTo(201);
        assertThat(((OccupancyBody) taken.getEntity()).relocated()).containsExactly(MovedBody.of(Obliging.MOVED));
        assertThat(Responses.problem(
                        () -> resource.occupy(ID, SEEN, new OccupyBody("BLOCK", START, END, false, REASON))))
                .isEqualTo("409 reservations-in-the-way");
        assertThat(Responses.of(() -> resource.list(ID, THEN)).getEntity())
                .isEqualTo(new PageBody<>(List.of(alone), null));
        assertThat(Responses.of(() -> resource.release(BLOCK.id().toString(), new ReleaseBody(REASON)))
                        .getEntity())
                .isEqualTo(alone);
    }

    @Test
    void whoever_takes_a_vehicle_out_of_use_says_on_which_version_of_it() {
        var resource = new OccupanciesResource(new Obliging(), caller);
        var wanted = new OccupyBody("BLOCK", START, END, true, REASON);

        assertThat(Responses.problem(() -> resource.occupy(ID, null, wanted))).isEqualTo("428 if-match-required");
        assertThat(Responses.wrongFields(() -> resource.occupy(ID, "W/\"4\"", wanted)))
                .containsExactly("If-Match");
    }

    @Test
    void taking_a_vehicle_out_of_use_needs_everything_said() {
        var resource = new OccupanciesResource(new Obliging(), caller);

        assertThat(Responses.wrongFields(
                        () -> resource.occupy(ID, SEEN, new OccupyBody("RAIN", null, END, null, null))))
                .containsExactly("cause", "start", "relocate", "reason");
        assertThat(Responses.wrongFields(() -> resource.occupy(ID, SEEN, null))).containsExactly("body");
        assertThat(Responses.wrongFields(() -> resource.release(ID, new ReleaseBody(null))))
                .containsExactly("reason");
        assertThat(Responses.wrongFields(() -> resource.release(ID, null))).containsExactly("body");
    }

    @Test
    void a_sweep_reports_what_it_did() {
        var report = new SweepReservations.Report(5, 3, 1);
        var resource = new SweepsResource(
                new SweepReservations() {
                    @Override
                    public Uni<Decision<Report, Refusal>> lateReturns(Caller by) {
                        return Proceed.done(report);
                    }

                    @Override
                    public Uni<Decision<Report, Refusal>> noShows(Caller by) {
                        return Proceed.done(report);
                    }
                },
                caller);

        assertThat(Responses.of(resource::lateReturns).getEntity()).isEqualTo(new ReportBody(5, 3, 1));
        assertThat(Responses.of(resource::noShows).getEntity()).isEqualTo(new ReportBody(5, 3, 1));
    }
}
