package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A parameter of a query that is there says one thing. The framework takes an empty one for one that is not there, and
 * the first of several for the only one: both would answer another question than the one that was asked.
 */
final class EmptyParameters {

    @ServerRequestFilter
    void refuse(ContainerRequestContext request) {
        List<FieldError> errors = new ArrayList<>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.contains("")) {
                errors.add(new FieldError(name, "invalid", "must not be empty"));
            } else if (values.size() > 1) {
                errors.add(new FieldError(name, "invalid", "must be given once"));
            }
        });
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(errors);
        }
    }
}
