package io.motorpool.application.reservation;

class InMemoryReservationReaderTest implements ReservationReaderContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }

    @Override
    public ReservationReader reader() {
        return motorpool.due;
    }
}
