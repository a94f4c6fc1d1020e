package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From decisions to responses. */
public final class Answers {

    private Answers() {}

    /** One page of a list as callers see it. */
    public record PageBody<T>(List<T> items, @Nullable String nextCursor) {}

    /** What was decided, shown in this way; a refusal is shown as the problem that it is. */
    public static <T, R extends Refusal> Uni<Response> of(Uni<Decision<T, R>> decided, Function<T, Response> show) {
        return decided.map(decision -> decision.fold(show, Answers::refused));
    }

    public static <T, R extends Refusal> Uni<Response> ok(Uni<Decision<T, R>> decided, Function<T, ?> body) {
        return of(decided, value -> json(Response.Status.OK, body.apply(value)));
    }

    public static <T, R extends Refusal> Uni<Response> page(Uni<Decision<Page<T>, R>> decided, Function<T, ?> body) {
        return ok(decided, found -> page(found.map(body)));
    }

    /** A list that is never long enough to be cut. */
    public static <T, R extends Refusal> Uni<Response> all(Uni<Decision<List<T>, R>> decided, Function<T, ?> body) {
        return ok(decided, found -> new PageBody<>(found.stream().map(body).toList(), null));
    }

    /** Something new that cannot be read again by itself. */
    public static <T, R extends Refusal> Uni<Response> added(Uni<Decision<T, R>> decided, Function<T, ?> body) {
        return of(decided, value -> json(Response.Status.CREATED, body.apply(value)));
    }

    static Response json(Response.Status status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA)
                .entity(problem)
                .build();
    }

    private static <T> PageBody<T> page(Page<T> page) {
        return new PageBody<>(page.items(), page.next().map(Cursors::write).orElse(null));
    }

    /** With what HTTP wants beside the problem: how to prove who one is, or when to ask again. */
    public static Response refused(Refusal refusal) {
        Problem problem = Problem.of(refusal);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA).entity(problem);
        return switch (RefusalCatalogue.explain(refusal).kind()) {
            case UNAUTHENTICATED ->
                response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
            case THROTTLED ->
                response.header(HttpHeaders.RETRY_AFTER, problem.facts().get("retryAfterSeconds"))
                        .build();
            case UNKNOWN, FORBIDDEN, CONFLICT, STALE, BROKEN_RULE -> response.build();
        };
    }
}
