package io.motorpool.application.reservation;

class InMemoryVehicleOwnersTest implements VehicleOwnersContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }

    @Override
    public VehicleOwners owners() {
        return motorpool.schedules;
    }
}
