package io.motorpool.adapters.rest;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns away a body that is too large before it is read, with a problem where the server itself would say nothing. The server
 * takes what the largest workbook needs; everything else has to be a good deal smaller.
 */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_THE_SERVER_CHECKS = 100;
    private static final int AFTER_THE_SERVER_CHECKED = 1;

    private final long mostBytes;
    private final long mostBytesOfAWorkbook;
    private final FallbackProblems problems;

    BodyLimit(
            @ConfigProperty(name = "quarkus.rest.input-buffer-size") MemorySize limit,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofAWorkbook,
            FallbackProblems problems) {
        this.mostBytes = limit.asLongValue();
        this.mostBytesOfAWorkbook = ofAWorkbook.asLongValue();
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        Filters _ = filters.register(this::check, BEFORE_THE_SERVER_CHECKS);
        Filters _ = filters.register(BodyLimit::leaveItToTheReader, AFTER_THE_SERVER_CHECKED);
    }

    /** A body of unknown length is measured while JSON is read from it, where a problem can still be answered. */
    private static void leaveItToTheReader(RoutingContext context) {
        context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        context.next();
    }

    private void check(RoutingContext context) {
        String announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || Long.parseLong(announced) <= most(context.request())) {
            context.next();
            return;
        }
        problems.answer(context, HttpProblems.of(413));
        // What is still on its way is thrown away: a caller who is cut off in the middle never sees the answer.
        context.request().resume();
    }

    private long most(HttpServerRequest request) {
        return Workbooks.isWorkbook(request.getHeader(HttpHeaders.CONTENT_TYPE)) ? mostBytesOfAWorkbook : mostBytes;
    }
}
