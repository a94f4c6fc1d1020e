package io.motorpool.application.reservation;

class InMemoryNotesTest implements NotesContract, InMemoryGround {

    private final AMotorpool motorpool = new AMotorpool();

    @Override
    public AMotorpool motorpool() {
        return motorpool;
    }

    @Override
    public Notes notes() {
        return motorpool.notes;
    }
}
