package io.motorpool.domain.shared;

import java.util.UUID;

/** Names a recurring window of a company's business plan. */
public record PlanWindowId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
