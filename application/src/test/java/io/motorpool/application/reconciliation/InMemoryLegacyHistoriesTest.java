package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryLegacyHistoriesTest implements LegacyHistoriesContract, InMemoryContract {

    private final LegacyHistories rows = new InMemoryLegacyHistories();

    @Override
    public LegacyHistories histories() {
        return rows;
    }
}
