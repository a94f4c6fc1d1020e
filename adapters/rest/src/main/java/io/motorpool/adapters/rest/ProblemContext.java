package io.motorpool.adapters.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells each problem where it happened and under which number to ask about it. */
final class ProblemContext {

    @ServerResponseFilter
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            response.setEntity(problem.at(request.getUriInfo().getRequestUri().getRawPath(), trace));
        }
    }
}
