package io.motorpool.adapters.rest;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Turns away a path or query whose percent signs mean nothing, with a problem where the server itself would say nothing. */
@ApplicationScoped
class WellFormedTarget {

    private static final int BEFORE_ANYBODY_READS_IT = 101;

    private final FallbackProblems problems;

    WellFormedTarget(FallbackProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        Filters _ = filters.register(this::check, BEFORE_ANYBODY_READS_IT);
    }

    private void check(RoutingContext context) {
        if (isReadable(context.request().uri())) {
            context.next();
            return;
        }
        problems.answer(context, HttpProblems.of(400));
        context.request().resume();
    }

    static boolean isReadable(String target) {
        if (target.indexOf('%') < 0) {
            return true;
        }
        try {
            QueryStringDecoder read = new QueryStringDecoder(target);
            return !read.path().isEmpty() && read.parameters() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
