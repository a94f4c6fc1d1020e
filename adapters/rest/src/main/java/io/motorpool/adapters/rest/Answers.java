package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.shared.Version;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From decisions to responses. */
public final class Answers {

    private Answers() {}

    /** One page of a list as callers see it. */
    @Schema(name = "Page", hidden = true)
    public record PageBody<T>(List<T> items, @Nullable String nextCursor) {}

    public static <T> PageBody<T> page(Page<T> page) {
        return new PageBody<>(page.items(), page.next().map(Cursors::write).orElse(null));
    }

    public static <T> Response of(Decision<T, ? extends Refusal> decision, Function<T, Response> accepted) {
        return decision.fold(accepted, Answers::refused);
    }

    /** The body alone. */
    public static <T> Response ok(Decision<T, ? extends Refusal> decision, Function<T, Object> body) {
        return of(
                decision,
                value -> Response.ok(body.apply(value), MediaType.APPLICATION_JSON_TYPE)
                        .build());
    }

    /** The body with the version that the next change has to name. */
    public static <T> Response ok(
            Decision<T, ? extends Refusal> decision, Function<T, Version> version, Function<T, Object> body) {
        return of(
                decision,
                value -> Response.ok(body.apply(value), MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.ETAG, etag(version.apply(value)))
                        .build());
    }

    /** Something new, where it is and which version it has. */
    public static <T> Response created(
            Decision<T, ? extends Refusal> decision,
            Function<T, String> path,
            Function<T, Version> version,
            Function<T, Object> body) {
        return of(
                decision,
                value -> Response.created(URI.create(path.apply(value)))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.ETAG, etag(version.apply(value)))
                        .entity(body.apply(value))
                        .build());
    }

    public static Response refused(Refusal refusal) {
        Problem problem = Problem.of(refusal);
        return Response.status(problem.status())
                .type(Problem.MEDIA)
                .entity(problem)
                .build();
    }

    public static String etag(Version version) {
        return "\"" + version.value() + "\"";
    }
}
