package io.motorpool.application.audit;

import io.motorpool.application.shared.InMemoryContract;

class InMemoryAuditTrailTest implements AuditTrailContract, InMemoryContract {

    private final AuditTrail trail = new InMemoryAuditTrail();

    @Override
    public AuditTrail trail() {
        return trail;
    }
}
