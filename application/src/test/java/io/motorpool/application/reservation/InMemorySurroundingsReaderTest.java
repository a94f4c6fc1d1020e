package io.motorpool.application.reservation;

class InMemorySurroundingsReaderTest implements SurroundingsReaderContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }

    @Override
    public SurroundingsReader surroundings() {
        return motorpool.surroundings;
    }
}
