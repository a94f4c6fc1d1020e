package io.motorpool.adapters.persistence.reservation;

import static java.util.Objects.requireNonNull;

import io.motorpool.adapters.persistence.Given;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.reservation.ReservationGround;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/** The ground in PostgreSQL. */
interface PostgresGround extends ReservationGround, PostgresContract {

    static <P> P port(Class<P> type) {
        return Arc.container().instance(type).get();
    }

    @Override
    default Reservations reservations() {
        return port(Reservations.class);
    }

    @Override
    default Schedules schedules() {
        return port(Schedules.class);
    }

    @Override
    default CompanyId givenCompany() {
        return new Given(this).company();
    }

    @Override
    default ZoneId givenZone(CompanyId company) {
        return new Given(this).zone(company);
    }

    @Override
    default Vehicle given(Vehicle vehicle) {
        return new Given(this).vehicle(vehicle);
    }

    @Override
    default Member given(Member member) {
        return new Given(this).member(member);
    }

    @Override
    default Versioned<Vehicle> stored(VehicleId vehicle) {
        return inTransaction(() -> port(Vehicles.class).find(vehicle)).orElseThrow();
    }

    /** On another thread, with a session of its own; then back to ours, since a session belongs to its thread. */
    @Override
    default <T> Uni<T> meanwhile(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context ours = requireNonNull(Vertx.currentContext());
            return Uni.createFrom()
                    .item(() -> inTransaction(work))
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                    .emitOn(step -> ours.runOnContext(_ -> step.run()));
        });
    }
}
