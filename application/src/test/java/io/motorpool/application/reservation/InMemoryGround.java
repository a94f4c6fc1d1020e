package io.motorpool.application.reservation;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The ground in one memory. */
interface InMemoryGround extends ReservationGround, InMemoryContract {

    AMotorpool motorpool();

    @Override
    default <T> T inTransaction(Supplier<Uni<T>> work) {
        return motorpool().unitOfWork.inTransaction(work).await().indefinitely();
    }

    @Override
    default Reservations reservations() {
        return motorpool().reservations;
    }

    @Override
    default Schedules schedules() {
        return motorpool().schedules;
    }

    @Override
    default CompanyId givenCompany() {
        return motorpool().givenCompany();
    }

    @Override
    default ZoneId givenZone(CompanyId company) {
        return new ZoneId(Ids.next());
    }

    @Override
    default Vehicle given(Vehicle vehicle) {
        return motorpool().given(vehicle);
    }

    @Override
    default Member given(Member member) {
        return motorpool().given(member);
    }

    @Override
    default Versioned<Vehicle> stored(VehicleId vehicle) {
        return motorpool().vehicles.find(vehicle).await().indefinitely().orElseThrow();
    }

    /** Nobody else gets a turn in the middle of ours, so we do it ourselves. */
    @Override
    default <T> Uni<T> meanwhile(Supplier<Uni<T>> work) {
        return work.get();
    }
}
