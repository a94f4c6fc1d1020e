package io.motorpool.application.key;

import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.shared.Answer.accepted;

import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A company, a vehicle, two colleagues, and everything around keys, in one memory. */
final class AKeyRoom {

    final InMemoryVehicleKeys keys = new InMemoryVehicleKeys();
    final AMotorpool motorpool = new AMotorpool(
            it -> List.of(new KeyCompanion(keys, new KeyDesk(keys, it.traces.journal()), _ -> noFacts(), Ids::next)));
    final InMemoryVehicleControl control = new InMemoryVehicleControl(motorpool.clock);
    private final KeyDesk desk = new KeyDesk(keys, motorpool.traces.journal());
    final HandOverKey handOver = new HandOverKeyService(
            motorpool.unitOfWork,
            motorpool.reservations,
            motorpool.surroundings,
            motorpool.desk.steps,
            keys,
            desk,
            control,
            motorpool.clock,
            Ids::next);
    final TellVehicles tell =
            new TellVehiclesService(motorpool.unitOfWork, keys, desk, control, motorpool.odometers, motorpool.clock);
    final OperateVehicle operate = new OperateVehicleService(
            motorpool.unitOfWork,
            motorpool.desk.owners,
            keys,
            control,
            motorpool.traces.journal(),
            motorpool.clock,
            Ids::next);
    final KeyQueries queries =
            new KeyQueriesService(motorpool.unitOfWork, motorpool.reservations, keys, motorpool.clock);

    final CompanyId company = motorpool.givenCompany();
    final Vehicle vehicle = motorpool.givenVehicle(company);
    final Caller kim = member();
    final Caller lee = member();
    final Reserved reserved = motorpool.given(aReservation(vehicle, kim.user(), hours(9, 18)));

    private static Uni<Void> noFacts() {
        return Uni.createFrom().voidItem();
    }

    Caller member() {
        UserId user = motorpool.givenDriver(company);
        return Callers.ofCompany(user, company, Role.MEMBER);
    }

    /** Kim has started, and the vehicle knows it. */
    AKeyRoom started() {
        motorpool.clock.moveTo(at(9, 0));
        control.given(vehicle.id(), ODOMETER);
        var _ = accepted(motorpool.desk.start.start(motorpool.byDriver(reserved), ODOMETER));
        var _ = tellAll();
        return this;
    }

    int tellAll() {
        return accepted(tell.tell(Callers.aTimer()));
    }
}
