package io.motorpool.adapters.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What one path takes, for those who ask. The framework would name the methods of all paths together, and answer for
 * paths that are not there.
 */
final class OptionsOfPaths {

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        ResteasyReactiveRequestContext current = CurrentRequestManager.get();
        Set<String> methods = AllowedMethods.of(current.getDeployment(), current.getPathWithoutPrefix());
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        return Response.noContent().allow(methods).build();
    }
}
