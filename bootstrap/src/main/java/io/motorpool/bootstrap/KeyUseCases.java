package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.key.HandOverKey;
import io.motorpool.application.key.HandOverKeyService;
import io.motorpool.application.key.KeyCompanion;
import io.motorpool.application.key.KeyDesk;
import io.motorpool.application.key.KeyQueries;
import io.motorpool.application.key.KeyQueriesService;
import io.motorpool.application.key.OperateVehicle;
import io.motorpool.application.key.OperateVehicleService;
import io.motorpool.application.key.TellVehicles;
import io.motorpool.application.key.TellVehiclesService;
import io.motorpool.application.key.VehicleControl;
import io.motorpool.application.key.VehicleKeys;
import io.motorpool.application.reservation.Odometers;
import io.motorpool.application.reservation.ReservationSteps;
import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.application.reservation.VehicleOwners;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the key context. */
@ApplicationScoped
class KeyUseCases {

    @Produces
    @Singleton
    KeyDesk desk(VehicleKeys keys, Journal journal) {
        return new KeyDesk(keys, journal);
    }

    @Produces
    @Singleton
    KeyCompanion companion(VehicleKeys keys, KeyDesk desk, Outbox outbox, Supplier<UUID> nextId) {
        return new KeyCompanion(keys, desk, outbox, nextId);
    }

    @Produces
    @Singleton
    HandOverKey handOverKey(
            UnitOfWork unitOfWork,
            Reservations reservations,
            SurroundingsReader surroundings,
            ReservationSteps steps,
            VehicleKeys keys,
            KeyDesk desk,
            VehicleControl control,
            Clock clock,
            Supplier<UUID> nextId) {
        return new HandOverKeyService(
                unitOfWork, reservations, surroundings, steps, keys, desk, control, clock, nextId);
    }

    @Produces
    @Singleton
    OperateVehicle operateVehicle(
            UnitOfWork unitOfWork,
            VehicleOwners owners,
            VehicleKeys keys,
            VehicleControl control,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new OperateVehicleService(unitOfWork, owners, keys, control, journal, clock, nextId);
    }

    @Produces
    @Singleton
    TellVehicles tellVehicles(
            UnitOfWork unitOfWork,
            VehicleKeys keys,
            KeyDesk desk,
            VehicleControl control,
            Odometers odometers,
            Clock clock) {
        return new TellVehiclesService(unitOfWork, keys, desk, control, odometers, clock);
    }

    @Produces
    @Singleton
    KeyQueries keyQueries(UnitOfWork unitOfWork, Reservations reservations, VehicleKeys keys, Clock clock) {
        return new KeyQueriesService(unitOfWork, reservations, keys, clock);
    }
}
