package io.motorpool.domain.shared;

import java.util.UUID;

/** Names a person or service that can act, whatever company it acts for. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
