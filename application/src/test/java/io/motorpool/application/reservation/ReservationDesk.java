package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.UnitOfWork;
import java.time.Clock;
import java.util.List;

/** Everything that can be done with reservations, wired the way it is wired in production. */
public final class ReservationDesk {

    public final ReserveVehicle reserve;
    public final RescheduleReservation reschedule;
    public final ChangeVehicle changeVehicle;
    public final SwapVehicles swap;
    public final CancelReservation cancel;
    public final StartReservation start;
    public final ReturnVehicle bringBack;
    public final ForceReturn forceReturn;
    public final MarkNoShow noShow;
    public final RecordLateReturn lateReturn;
    public final AnnotateReservation annotate;
    public final OccupyVehicle occupy;
    public final SweepReservations sweeps;
    public final ReservationSteps steps;
    public final VehicleOwners owners;

    /** What it stands on. */
    public record Ports(
            UnitOfWork unitOfWork,
            Reservations reservations,
            Schedules schedules,
            VehicleOwners owners,
            SurroundingsReader surroundings,
            Odometers odometers,
            Notes notes,
            ReservationReader reader,
            Journal journal,
            Clock clock,
            List<ReservationCompanion> companions) {

        /** Nobody else has a say. */
        public Ports(
                UnitOfWork unitOfWork,
                Reservations reservations,
                Schedules schedules,
                VehicleOwners owners,
                SurroundingsReader surroundings,
                Odometers odometers,
                Notes notes,
                ReservationReader reader,
                Journal journal,
                Clock clock) {
            this(
                    unitOfWork,
                    reservations,
                    schedules,
                    owners,
                    surroundings,
                    odometers,
                    notes,
                    reader,
                    journal,
                    clock,
                    List.of());
        }
    }

    public ReservationDesk(Ports on) {
        owners = on.owners();
        steps = new ReservationSteps(on.unitOfWork(), on.reservations(), on.journal(), on.clock(), on.companions());
        var nextInLine = new NextInLine(on.reservations(), on.schedules(), on.clock());
        var endOfUse = new EndOfUse(steps, nextInLine, on.odometers(), on.clock());
        var relocate = new RelocateReservations(
                on.reservations(), on.schedules(), on.surroundings(), steps, nextInLine, on.clock());
        reserve = new ReserveVehicleService(
                on.unitOfWork(), on.surroundings(), on.reservations(), steps, nextInLine, on.clock(), Ids::next);
        reschedule = new RescheduleReservationService(steps, on.surroundings(), nextInLine, on.clock());
        changeVehicle = new ChangeVehicleService(steps, on.surroundings(), nextInLine, on.clock());
        swap = new SwapVehiclesService(
                on.unitOfWork(), steps, on.reservations(), on.surroundings(), nextInLine, on.clock());
        cancel = new CancelReservationService(steps, on.clock());
        start = new StartReservationService(steps, on.surroundings(), on.odometers(), on.clock());
        bringBack = new ReturnVehicleService(endOfUse);
        forceReturn = new ForceReturnService(endOfUse);
        noShow = new MarkNoShowService(steps, on.surroundings(), on.clock());
        lateReturn = new RecordLateReturnService(
                steps, nextInLine, new MissedBlocks(on.schedules(), on.journal(), on.clock()), on.clock());
        annotate = new AnnotateReservationService(
                on.unitOfWork(), steps, on.reservations(), on.notes(), on.journal(), on.clock(), Ids::next);
        occupy = new OccupyVehicleService(
                on.unitOfWork(), on.schedules(), on.owners(), relocate, on.journal(), on.clock(), Ids::next);
        sweeps = new SweepReservationsService(on.unitOfWork(), on.reader(), lateReturn, noShow, on.clock());
    }
}
