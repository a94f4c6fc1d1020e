package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * How things of one kind are shown: each with the version that the next change has to name, a new one with its place.
 *
 * @param collection the path under which each has its id
 * @param body what a caller sees of one
 */
public record Representation<V>(
        String collection, Function<V, ?> id, Function<V, Version> version, Function<V, ?> body) {

    public <R extends Refusal> Uni<Response> one(Uni<Decision<V, R>> decided) {
        return Answers.of(decided, view -> show(Response.ok(), view));
    }

    public <R extends Refusal> Uni<Response> created(Uni<Decision<V, R>> decided) {
        return Answers.of(decided, this::created);
    }

    /** Without versions: whoever changes one reads it first. */
    public <R extends Refusal> Uni<Response> page(Uni<Decision<Page<V>, R>> decided) {
        return Answers.page(decided, body);
    }

    /** The place is a path, because the host that the caller knows may not be ours. */
    private Response created(V view) {
        return show(
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, collection + "/" + id.apply(view)),
                view);
    }

    private Response show(Response.ResponseBuilder response, V view) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, "\"" + version.apply(view).value() + "\"")
                .entity(body.apply(view))
                .build();
    }
}
