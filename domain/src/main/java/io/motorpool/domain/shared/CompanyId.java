package io.motorpool.domain.shared;

import java.util.UUID;

/** Names a client company. */
public record CompanyId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
