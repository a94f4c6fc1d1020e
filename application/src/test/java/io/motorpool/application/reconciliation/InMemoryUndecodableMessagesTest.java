package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryUndecodableMessagesTest implements UndecodableMessagesContract, InMemoryContract {

    private final UndecodableMessages rows = new InMemoryUndecodableMessages();

    @Override
    public UndecodableMessages undecodables() {
        return rows;
    }
}
