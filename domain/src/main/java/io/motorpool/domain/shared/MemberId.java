package io.motorpool.domain.shared;

import java.util.UUID;

/** Names a user's membership in one company. */
public record MemberId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
