package io.motorpool.application.settlement;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.route.DispatchSheets;
import io.motorpool.application.route.VehicleCalls;
import io.motorpool.application.route.VehicleCalls.Claimed;
import io.motorpool.application.route.VehicleCalls.Waiting;
import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a call by looking at what is true now: if the vehicle serves a slot it is placed there, otherwise it is taken away
 * from where it served last. So it does not matter how many calls were missed, nor in which order.
 */
public final class RegisterVehiclesService implements RegisterVehicles {

    /** No answer of the ERP is waited for longer. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final UnitOfWork unitOfWork;
    private final VehicleCalls calls;
    private final DispatchSheets sheets;
    private final Vehicles vehicles;
    private final VehicleRegister register;
    private final Journal journal;
    private final Clock clock;

    public RegisterVehiclesService(
            UnitOfWork unitOfWork,
            VehicleCalls calls,
            DispatchSheets sheets,
            Vehicles vehicles,
            VehicleRegister register,
            Journal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.calls = calls;
        this.sheets = sheets;
        this.vehicles = vehicles;
        this.register = register;
        this.journal = journal;
        this.clock = clock;
    }

    /** What the register should say of the vehicle. */
    private sealed interface Wanted {
        record At(Placement placement) implements Wanted {}

        record Away(Withdrawal withdrawal) implements Wanted {}

        /** It never served anywhere: the register need not know it. */
        record Nothing() implements Wanted {}
    }

    private record Work(Claimed claimed, Wanted wanted) {}

    @Override
    public Uni<Decision<Boolean, Refusal>> registerNext(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.REGISTER_VEHICLES),
                _ -> unitOfWork
                        .inTransaction(() -> calls.claim(clock.instant(), LEASE).chain(this::wanted))
                        .chain(work -> work.map(it -> ask(it).chain(answer -> record(it.claimed(), answer))
                                        .replaceWith(Boolean.TRUE))
                                .orElseGet(() -> Uni.createFrom().item(Boolean.FALSE)))
                        .map(Decision::accept));
    }

    private Uni<Optional<Work>> wanted(Optional<Claimed> claimed) {
        return claimed.map(it -> sheets.serving(it.vehicle(), it.at())
                        .chain(serving ->
                                serving.map(contract -> placed(contract)).orElseGet(() -> away(it.vehicle(), it.at())))
                        .map(wanted -> Optional.of(new Work(it, wanted))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Wanted> placed(VehicleContract contract) {
        return vehicles.find(contract.vehicle())
                .map(found -> found.map(Versioned::value)
                        .<Wanted>map(vehicle -> new Wanted.At(placement(contract, vehicle)))
                        .orElseGet(Wanted.Nothing::new));
    }

    private static Placement placement(VehicleContract contract, Vehicle vehicle) {
        Instant since = contract.served().map(Span::start).orElseThrow();
        RegisteredVehicle registered = new RegisteredVehicle(
                vehicle.id(),
                vehicle.description().plate(),
                vehicle.description().vin(),
                vehicle.description().model(),
                null,
                null);
        return new Placement(
                registered, contract.number().value(), contract.terms().slot().value(), since);
    }

    private Uni<Wanted> away(VehicleId vehicle, Instant now) {
        return sheets.last(vehicle, now)
                .map(last -> last.flatMap(contract -> contract.served()
                                .flatMap(span -> Optional.ofNullable(span.end()))
                                .<Wanted>map(end -> new Wanted.Away(new Withdrawal(
                                        vehicle, contract.terms().slot().value(), end))))
                        .orElseGet(Wanted.Nothing::new));
    }

    private Uni<Registration> ask(Work work) {
        return switch (work.wanted()) {
            case Wanted.At(var placement) ->
                register.place(placement, work.claimed().askedBefore());
            case Wanted.Away(var withdrawal) ->
                register.withdraw(withdrawal, work.claimed().askedBefore());
            case Wanted.Nothing _ -> Uni.createFrom().item(new Registration.Registered(""));
        };
    }

    private Uni<Void> record(Claimed claimed, Registration answer) {
        return unitOfWork.inTransaction(() -> switch (answer) {
            case Registration.Registered _ -> calls.done(claimed);
            case Registration.Rejected(var reason) -> rejected(claimed, reason);
            case Registration.Unclear(var trouble) ->
                calls.postpone(claimed, trouble.kind().name(), trouble.notBefore(), trouble.underWaySince());
        });
    }

    private Uni<Void> rejected(Claimed claimed, Registration.Reason reason) {
        return switch (reason) {
            case Registration.Reason.NeverRegistered _ -> calls.done(claimed);
            case Registration.Reason.Declined declined -> calls.reject(claimed, "DECLINED " + declined.code());
            case Registration.Reason.RegisteredMoreThanOnce _ -> calls.reject(claimed, "REGISTERED_MORE_THAN_ONCE");
            case Registration.Reason.NotKept _ -> calls.reject(claimed, "NOT_KEPT");
        };
    }

    @Override
    public Uni<Decision<Page<Waiting>, Refusal>> waiting(
            Caller caller, Optional<CompanyId> company, Page.Request page) {
        return unitOfWork.reading(() -> Proceed.with(
                Permit.anywhere(caller, Permission.REGISTER_VEHICLES),
                allowed -> calls.list(CompanyScope.of(allowed, company), page).map(Decision::accept)));
    }

    @Override
    public Uni<Decision<VehicleId, Refusal>> retry(Caller caller, VehicleId vehicle) {
        return unitOfWork.inTransaction(() -> vehicles.find(vehicle)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.REGISTER_VEHICLES,
                                Thing.VEHICLE,
                                found.map(Versioned::value),
                                Vehicle::company),
                        stored -> calls.retry(vehicle, clock.instant())
                                .chain(waits -> waits
                                        ? noted(caller, stored).replaceWith(Decision.accept(vehicle))
                                        : Proceed.refused(new NotFound(Thing.VEHICLE))))));
    }

    private Uni<Void> noted(Caller caller, Vehicle vehicle) {
        Deed deed = new Deed(caller, Permission.REGISTER_VEHICLES, "retry-registration", Optional.empty());
        Effect effect = new Effect(vehicle.company(), vehicle.id().value(), Map.of(), Map.of());
        return journal.write(deed, List.of(effect), List.of());
    }
}
