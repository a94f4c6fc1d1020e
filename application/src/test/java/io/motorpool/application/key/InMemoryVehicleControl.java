package io.motorpool.application.key;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Vehicles that stand locked until somebody does something with them, and whose weather a test makes. */
public final class InMemoryVehicleControl implements VehicleControl {

    /** What can go wrong. */
    public enum Weather {
        FINE,
        /** It is done, and nobody hears of it. */
        ANSWERS_LOST,
        /** Nothing arrives. */
        OUT_OF_REACH,
        /** It forgets keys, and learns none. */
        LEARNS_NOTHING
    }

    private final Map<VehicleId, Vehicle> vehicles = new HashMap<>();
    private final Clock clock;
    private Weather weather = Weather.FINE;

    public InMemoryVehicleControl(Clock clock) {
        this.clock = clock;
    }

    private static final class Vehicle {
        private long number;
        private final Set<UserId> opensTo = new HashSet<>();
        private final Set<UUID> carriedOut = new HashSet<>();
        private boolean ignitionOn;
        private boolean doorsLocked = true;
        private boolean immobilised;
        private Odometer odometer = new Odometer(0);
    }

    public void weather(Weather next) {
        weather = next;
    }

    /** Its dashboard shows this. */
    public void given(VehicleId vehicle, Odometer odometer) {
        of(vehicle).odometer = odometer;
    }

    public void driving(VehicleId vehicle, boolean on) {
        of(vehicle).ignitionOn = on;
    }

    public Set<UserId> opensTo(VehicleId vehicle) {
        return Set.copyOf(of(vehicle).opensTo);
    }

    @Override
    public Uni<Optional<VehicleState>> state(VehicleId vehicle) {
        return Uni.createFrom()
                .item(() -> weather == Weather.OUT_OF_REACH
                        ? Optional.empty()
                        : Optional.of(new VehicleState(
                                of(vehicle).ignitionOn,
                                of(vehicle).doorsLocked,
                                of(vehicle).immobilised,
                                of(vehicle).odometer,
                                clock.instant())));
    }

    @Override
    public Uni<KeyAnswer> obey(KeyOrder order) {
        return Uni.createFrom().item(() -> told(order));
    }

    private synchronized KeyAnswer told(KeyOrder order) {
        Vehicle vehicle = of(order.vehicle());
        boolean refused = weather == Weather.LEARNS_NOTHING && order.wish() instanceof KeyOrder.Learn;
        if (weather != Weather.OUT_OF_REACH && !refused && order.number() > vehicle.number) {
            vehicle.number = order.number();
            switch (order.wish()) {
                case KeyOrder.Forget _ -> vehicle.opensTo.clear();
                case KeyOrder.Learn(var holder) -> vehicle.opensTo.add(holder);
            }
        }
        boolean heard = weather == Weather.FINE || weather == Weather.LEARNS_NOTHING;
        return heard && vehicle.number == order.number()
                ? new KeyAnswer.Done(vehicle.odometer)
                : new KeyAnswer.NotDone();
    }

    @Override
    public Uni<Operated> operate(UUID id, VehicleOrder order) {
        return Uni.createFrom().item(() -> operated(id, order));
    }

    private synchronized Operated operated(UUID id, VehicleOrder order) {
        if (weather == Weather.OUT_OF_REACH) {
            return Operated.SILENT;
        }
        Vehicle vehicle = of(order.vehicle());
        if (order.underOrder() < vehicle.number) {
            return Operated.OVERTAKEN;
        }
        if (vehicle.carriedOut.add(id)) {
            carryOut(vehicle, order.operation());
        }
        return weather == Weather.ANSWERS_LOST ? Operated.SILENT : Operated.DONE;
    }

    private static void carryOut(Vehicle vehicle, Operation operation) {
        switch (operation) {
            case LOCK -> vehicle.doorsLocked = true;
            case UNLOCK -> vehicle.doorsLocked = false;
            case IMMOBILISE -> vehicle.immobilised = true;
            case RELEASE -> vehicle.immobilised = false;
        }
    }

    private synchronized Vehicle of(VehicleId vehicle) {
        return vehicles.computeIfAbsent(vehicle, _ -> new Vehicle());
    }
}
