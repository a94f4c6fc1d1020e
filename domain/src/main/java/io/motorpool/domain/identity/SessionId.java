package io.motorpool.domain.identity;

import java.util.UUID;

/** Names a session: what one device has been using since somebody signed in on it. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
