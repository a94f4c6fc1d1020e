package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;

/** Reads what a resource answers, in whichever way it says no. */
public final class Responses {

    private Responses() {}

    public static Response of(Supplier<Uni<Response>> call) {
        try {
            return call.get().await().indefinitely();
        } catch (InvalidRequest invalid) {
            Problem problem = invalid.problem();
            return Response.status(problem.status())
                    .type(Problem.MEDIA)
                    .entity(problem)
                    .build();
        }
    }

    /** What it says instead of a body: status and code. */
    public static String problem(Supplier<Uni<Response>> call) {
        Response response = of(call);
        return response.getEntity() instanceof Problem problem
                ? response.getStatus() + " " + problem.code()
                : "no problem: " + response.getStatus();
    }

    public static List<String> wrongFields(Supplier<Uni<Response>> call) {
        return of(call).getEntity() instanceof Problem problem
                ? problem.errors().stream().map(FieldError::field).toList()
                : List.of();
    }
}
