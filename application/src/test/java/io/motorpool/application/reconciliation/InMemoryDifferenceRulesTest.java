package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryDifferenceRulesTest implements DifferenceRulesContract, InMemoryContract {

    private final DifferenceRules rows = new InMemoryDifferenceRules();

    @Override
    public DifferenceRules rules() {
        return rows;
    }
}
