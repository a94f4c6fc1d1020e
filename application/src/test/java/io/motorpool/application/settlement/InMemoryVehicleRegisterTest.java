package io.motorpool.application.settlement;

import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.shared.VehicleId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

class InMemoryVehicleRegisterTest implements VehicleRegisterContract, InMemoryContract {

    private final MovedClock clock = new MovedClock(ErpFixtures.NOW);
    private final InMemoryVehicleRegister register = new InMemoryVehicleRegister(clock);

    @Override
    public VehicleRegister register() {
        return register;
    }

    @Override
    public List<Recorded> recorded(VehicleId vehicle) {
        return register.recorded(vehicle);
    }

    @Override
    public boolean isAt(Recorded recorded, UUID slot) {
        return register.isAt(recorded, slot);
    }

    @Override
    public void givenRecordedByHand(RegisteredVehicle vehicle) {
        Recorded _ = register.blank(vehicle);
    }

    @Override
    public void givenOutOfReach() {
        register.outOfReach(true);
    }

    @Override
    public void givenWithinReach() {
        register.outOfReach(false);
    }

    @Override
    public void givenAnswerLost() {
        register.loseNextAnswer();
    }

    @Override
    public void givenStoredLate() {
        register.storeNextLate();
    }

    @Override
    public void passTime() {
        clock.move(Duration.ofHours(1));
    }

    @Override
    public void givenLocked() {
        register.lockNext();
    }
}
