package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryVerdictsTest implements VerdictsContract, InMemoryContract {

    private final Verdicts rows = new InMemoryVerdicts();

    @Override
    public Verdicts verdicts() {
        return rows;
    }
}
