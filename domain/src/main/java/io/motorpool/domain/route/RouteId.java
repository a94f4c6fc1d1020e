package io.motorpool.domain.route;

import java.util.UUID;

/** Names a route. */
public record RouteId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
