package io.motorpool.application.reservation;

class InMemoryOdometersTest implements OdometersContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }

    @Override
    public Odometers odometers() {
        return motorpool.odometers;
    }
}
