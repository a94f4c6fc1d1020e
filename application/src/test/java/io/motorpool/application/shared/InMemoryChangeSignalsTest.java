package io.motorpool.application.shared;

class InMemoryChangeSignalsTest implements ChangeSignalsContract, InMemoryContract {

    private final ChangeSignals signals = new InMemoryChangeSignals();

    @Override
    public ChangeSignals signals() {
        return signals;
    }
}
