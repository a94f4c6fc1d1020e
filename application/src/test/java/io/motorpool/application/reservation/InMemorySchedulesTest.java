package io.motorpool.application.reservation;

class InMemorySchedulesTest implements SchedulesContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }
}
