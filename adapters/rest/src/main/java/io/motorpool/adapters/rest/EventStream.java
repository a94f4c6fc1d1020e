package io.motorpool.adapters.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Server-sent events that answer a request. The answer begins with the first of them: what fails before is a problem with a
 * status of its own, where the framework's own streams have said 200 already.
 *
 * @param events the data of each, to be written as JSON
 */
public record EventStream(Multi<?> events) {

    public static Uni<Response> of(Multi<?> events) {
        return Uni.createFrom()
                .item(Response.ok(new EventStream(events), MediaType.SERVER_SENT_EVENTS_TYPE)
                        .header("Cache-Control", "no-cache")
                        .build());
    }
}
