package io.motorpool.domain.reconciliation;

import java.util.UUID;

/** Names a rule about known differences. */
public record RuleId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
