package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.key.KeyCompanion;
import io.motorpool.application.payment.PaymentCompanion;
import io.motorpool.application.reservation.*;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the reservation context. */
@ApplicationScoped
class ReservationUseCases {

    /** Who may not pay does not get a key. */
    @Produces
    @Singleton
    ReservationSteps steps(
            UnitOfWork unitOfWork,
            Reservations reservations,
            Journal journal,
            Clock clock,
            PaymentCompanion payment,
            KeyCompanion key) {
        return new ReservationSteps(unitOfWork, reservations, journal, clock, List.of(payment, key));
    }

    @Produces
    @Singleton
    NextInLine nextInLine(Reservations reservations, Schedules schedules, Clock clock) {
        return new NextInLine(reservations, schedules, clock);
    }

    @Produces
    @Singleton
    EndOfUse endOfUse(ReservationSteps steps, NextInLine nextInLine, Odometers odometers, Clock clock) {
        return new EndOfUse(steps, nextInLine, odometers, clock);
    }

    @Produces
    @Singleton
    RelocateReservations relocate(
            Reservations reservations,
            Schedules schedules,
            SurroundingsReader surroundings,
            ReservationSteps steps,
            NextInLine nextInLine,
            Clock clock) {
        return new RelocateReservations(reservations, schedules, surroundings, steps, nextInLine, clock);
    }

    @Produces
    @Singleton
    ReserveVehicle reserve(
            UnitOfWork unitOfWork,
            SurroundingsReader surroundings,
            Reservations reservations,
            ReservationSteps steps,
            NextInLine nextInLine,
            Clock clock,
            Supplier<UUID> nextId) {
        return new ReserveVehicleService(unitOfWork, surroundings, reservations, steps, nextInLine, clock, nextId);
    }

    @Produces
    @Singleton
    RescheduleReservation reschedule(
            ReservationSteps steps, SurroundingsReader surroundings, NextInLine nextInLine, Clock clock) {
        return new RescheduleReservationService(steps, surroundings, nextInLine, clock);
    }

    @Produces
    @Singleton
    ChangeVehicle changeVehicle(
            ReservationSteps steps, SurroundingsReader surroundings, NextInLine nextInLine, Clock clock) {
        return new ChangeVehicleService(steps, surroundings, nextInLine, clock);
    }

    @Produces
    @Singleton
    SwapVehicles swapVehicles(
            UnitOfWork unitOfWork,
            ReservationSteps steps,
            Reservations reservations,
            SurroundingsReader surroundings,
            NextInLine nextInLine,
            Clock clock) {
        return new SwapVehiclesService(unitOfWork, steps, reservations, surroundings, nextInLine, clock);
    }

    @Produces
    @Singleton
    CancelReservation cancel(ReservationSteps steps, Clock clock) {
        return new CancelReservationService(steps, clock);
    }

    @Produces
    @Singleton
    StartReservation start(ReservationSteps steps, SurroundingsReader surroundings, Odometers odometers, Clock clock) {
        return new StartReservationService(steps, surroundings, odometers, clock);
    }

    @Produces
    @Singleton
    ReturnVehicle returnVehicle(EndOfUse endOfUse) {
        return new ReturnVehicleService(endOfUse);
    }

    @Produces
    @Singleton
    ForceReturn forceReturn(EndOfUse endOfUse) {
        return new ForceReturnService(endOfUse);
    }

    @Produces
    @Singleton
    MarkNoShow markNoShow(ReservationSteps steps, SurroundingsReader surroundings, Clock clock) {
        return new MarkNoShowService(steps, surroundings, clock);
    }

    @Produces
    @Singleton
    MissedBlocks missedBlocks(Schedules schedules, Journal journal, Clock clock) {
        return new MissedBlocks(schedules, journal, clock);
    }

    @Produces
    @Singleton
    RecordLateReturn recordLateReturn(
            ReservationSteps steps, NextInLine nextInLine, MissedBlocks missedBlocks, Clock clock) {
        return new RecordLateReturnService(steps, nextInLine, missedBlocks, clock);
    }

    @Produces
    @Singleton
    AnnotateReservation annotate(
            UnitOfWork unitOfWork,
            ReservationSteps steps,
            Reservations reservations,
            Notes notes,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new AnnotateReservationService(unitOfWork, steps, reservations, notes, journal, clock, nextId);
    }

    @Produces
    @Singleton
    OccupyVehicle occupy(
            UnitOfWork unitOfWork,
            Schedules schedules,
            VehicleOwners owners,
            RelocateReservations relocate,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new OccupyVehicleService(unitOfWork, schedules, owners, relocate, journal, clock, nextId);
    }

    @Produces
    @Singleton
    SweepReservations sweeps(
            UnitOfWork unitOfWork,
            ReservationReader reader,
            RecordLateReturn recordLateReturn,
            MarkNoShow markNoShow,
            Clock clock) {
        return new SweepReservationsService(unitOfWork, reader, recordLateReturn, markNoShow, clock);
    }

    @Produces
    @Singleton
    ReservationQueries queries(UnitOfWork unitOfWork, ReservationReader reader, VehicleOwners owners, Notes notes) {
        return new ReservationQueriesService(unitOfWork, reader, owners, notes);
    }

    @Produces
    @Singleton
    AvailabilityQueries availability(UnitOfWork unitOfWork, Companies companies, AvailabilityReader reader) {
        return new AvailabilityQueriesService(unitOfWork, companies, reader);
    }
}
