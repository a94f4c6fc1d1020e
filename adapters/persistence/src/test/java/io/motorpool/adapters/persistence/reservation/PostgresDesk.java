package io.motorpool.adapters.persistence.reservation;

import static io.motorpool.adapters.persistence.reservation.PostgresGround.port;

import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.audit.Journal;
import io.motorpool.application.reservation.Notes;
import io.motorpool.application.reservation.Odometers;
import io.motorpool.application.reservation.ReservationDesk;
import io.motorpool.application.reservation.ReservationReader;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.reservation.Schedules;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import java.time.Clock;

/** The use cases on everything that is kept in PostgreSQL, at the time that the test says. */
final class PostgresDesk {

    private PostgresDesk() {}

    static ReservationDesk at(Clock clock) {
        return new ReservationDesk(new ReservationDesk.Ports(
                port(UnitOfWork.class),
                port(Reservations.class),
                port(Schedules.class),
                port(VehicleOwners.class),
                port(SurroundingsReader.class),
                port(Odometers.class),
                port(Notes.class),
                port(ReservationReader.class),
                new Journal(port(AuditTrail.class), port(Outbox.class), clock, Ids::next),
                clock));
    }
}
