package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Occupancy.ByDivision;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Blocks vehicles and gives them back. */
public final class OccupyVehicleService implements OccupyVehicle {

    private final UnitOfWork unitOfWork;
    private final Schedules schedules;
    private final VehicleOwners owners;
    private final RelocateReservations relocate;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public OccupyVehicleService(
            UnitOfWork unitOfWork,
            Schedules schedules,
            VehicleOwners owners,
            RelocateReservations relocate,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.schedules = schedules;
        this.owners = owners;
        this.relocate = relocate;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<Occupied, Refusal>> occupy(Command command) {
        return unitOfWork.inTransaction(() -> owners.ownerOf(command.vehicle())
                .chain(owner -> Proceed.with(
                        Permit.to(
                                command.caller(),
                                Permission.OCCUPY_VEHICLES,
                                Thing.VEHICLE,
                                owner,
                                Function.identity()),
                        company -> makeRoom(command, company))));
    }

    private Uni<Decision<Occupied, Refusal>> makeRoom(Command command, CompanyId company) {
        var wanted = new ByDivision(
                new OccupancyId(nextId.get()), company, command.vehicle(), command.cause(), command.period());
        return relocate.lockWhatMayChange(command)
                .chain(stored -> Proceed.with(
                        check(command, stored),
                        _ -> schedules
                                .of(command.vehicle(), command.period())
                                .chain(schedule -> makeRoom(command, wanted, schedule))));
    }

    /** Is it the vehicle that was seen, and may it be out of use then? Neither rests on what is planned. */
    private Decision<Vehicle, Refusal> check(Command command, Versioned<Vehicle> stored) {
        return stored.ifStill(command.seen())
                .widened()
                .then(vehicle -> ReservationPolicy.checkBlock(command.period(), clock.instant())
                        .widened()
                        .then(_ -> vehicle.inFleet().widened()));
    }

    /** Everything that can be refused is asked before anything is written: a refusal undoes nothing. */
    private Uni<Decision<Occupied, Refusal>> makeRoom(Command command, ByDivision wanted, VehicleSchedule schedule) {
        List<ReservationId> inTheWay = reservationsWithin(schedule, command.period());
        if (!inTheWay.isEmpty() && !command.relocate()) {
            return Proceed.refused(new ReservationRefusal.ReservationsInTheWay(inTheWay));
        }
        return Proceed.with(
                without(schedule, inTheWay).place(wanted),
                _ -> Proceed.with(away(command, inTheWay), moved -> place(command, wanted, moved)));
    }

    private static VehicleSchedule without(VehicleSchedule schedule, List<ReservationId> gone) {
        VehicleSchedule rest = schedule;
        for (ReservationId reservation : gone) {
            rest = rest.without(new OccupancyId(reservation.value()));
        }
        return rest;
    }

    private Uni<Decision<List<Moved>, Refusal>> away(Command command, List<ReservationId> inTheWay) {
        return inTheWay.isEmpty() ? Proceed.done(List.of()) : relocate.away(command, inTheWay);
    }

    private static List<ReservationId> reservationsWithin(VehicleSchedule schedule, Period period) {
        return schedule.occupancies().stream()
                .filter(Occupancy.ByReservation.class::isInstance)
                .map(Occupancy.ByReservation.class::cast)
                .filter(occupancy -> occupancy.held().overlaps(period))
                .map(Occupancy.ByReservation::reservation)
                .toList();
    }

    private Uni<Decision<Occupied, Refusal>> place(Command command, ByDivision wanted, List<Moved> moved) {
        return schedules.addBlock(wanted).chain(stored -> {
            // Whoever was faster than us did not take the lock: a fresh look shows them, so start again.
            if (!stored) {
                throw new ContendedException("taken while making room");
            }
            return announce(command, wanted).replaceWith(() -> Decision.accept(new Occupied(wanted, moved)));
        });
    }

    private Uni<Void> announce(Command command, ByDivision block) {
        Deed deed =
                new Deed(command.caller(), Permission.OCCUPY_VEHICLES, "occupy-vehicle", Optional.of(command.reason()));
        var fact = new ReservationEvent.VehicleOccupied(
                block.id(), block.company(), block.vehicle(), block.cause(), block.held(), clock.instant());
        return journal.write(
                deed,
                List.of(new Effect(block.company(), block.id().value(), Map.of(), MissedBlocks.facts(block))),
                List.of(fact));
    }

    @Override
    public Uni<Decision<ByDivision, Refusal>> release(Caller caller, OccupancyId occupancy, Reason reason) {
        return unitOfWork.inTransaction(() -> schedules
                .findBlock(occupancy)
                .chain(found -> Proceed.with(
                        Permit.to(caller, Permission.OCCUPY_VEHICLES, Thing.OCCUPANCY, found, ByDivision::company),
                        block -> remove(caller, block, reason))));
    }

    private Uni<Decision<ByDivision, Refusal>> remove(Caller caller, ByDivision block, Reason reason) {
        Deed deed = new Deed(caller, Permission.OCCUPY_VEHICLES, "release-vehicle", Optional.of(reason));
        Effect effect = new Effect(block.company(), block.id().value(), MissedBlocks.facts(block), Map.of());
        var fact = new ReservationEvent.VehicleReleased(
                block.id(), block.company(), block.vehicle(), block.held(), clock.instant());
        return schedules.removeBlock(block.id()).chain(there -> {
            // Two agents release at once: the second one releases nothing and says so.
            if (!there) {
                throw new ContendedException("released by somebody else");
            }
            return journal.write(deed, List.of(effect), List.of(fact)).replaceWith(() -> Decision.accept(block));
        });
    }

    @Override
    public Uni<Decision<List<Occupancy>, Refusal>> within(Caller caller, VehicleId vehicle, Period period) {
        return unitOfWork.reading(() -> owners.ownerOf(vehicle)
                .chain(owner -> Proceed.with(
                        Permit.to(caller, Permission.READ_ALL_RESERVATIONS, Thing.VEHICLE, owner, Function.identity()),
                        _ -> schedules
                                .of(vehicle, period)
                                .map(schedule -> Decision.accept(schedule.occupancies().stream()
                                        .filter(occupancy -> occupancy.held().overlaps(period))
                                        .toList())))));
    }
}
