package io.motorpool.adapters.rest;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Counts what was refused, by its code and by nothing of the request: how many sign-ins fail ({@code sign-in-refused}), how
 * many guessers are stopped ({@code too-many-attempts}), who asks too often ({@code too-many-requests}).
 */
@ApplicationScoped
class ProblemMeter {

    static final String NAME = "motorpool.problems";

    private final MeterRegistry meters;

    ProblemMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @ServerResponseFilter
    public void count(ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            meters.counter(NAME, "code", problem.code(), "status", Integer.toString(problem.status()))
                    .increment();
        }
    }
}
