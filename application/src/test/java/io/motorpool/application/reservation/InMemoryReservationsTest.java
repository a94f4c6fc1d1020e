package io.motorpool.application.reservation;

class InMemoryReservationsTest implements ReservationsContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }
}
