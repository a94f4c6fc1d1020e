package io.motorpool.adapters.rest;

import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.Deployment;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** Which methods a path takes: for those who ask, and for those who used another one (RFC 9110, 9.3.7 and 15.5.6). */
final class AllowedMethods {

    private AllowedMethods() {}

    static Set<String> of(Deployment deployment, String path) {
        Set<String> methods = new TreeSet<>();
        RequestMapper.RequestMatch<InitialMatch> match = new RequestMapper<>(deployment.getClassMappers()).map(path);
        if (match != null) {
            String rest = match.remaining.isEmpty() ? "/" : match.remaining;
            Arrays.stream(match.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .map(ClassRoutingHandler.class::cast)
                    .forEach(routing -> routing.getMappers().forEach((method, paths) -> {
                        if (method != null && paths.map(rest) != null) {
                            methods.add(method);
                        }
                    }));
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }
}
