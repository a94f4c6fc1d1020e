package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Objects;

/** Problems for what fails before any resource is reached: no such path, a body that is too large, a wrong method. */
@ApplicationScoped
class FallbackProblems {

    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 406, 408, 413, 414, 415, 431, 500, 503);

    private final ObjectMapper mapper;

    FallbackProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, context -> answer(context, HttpProblems.of(status))));
    }

    void answer(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        String path = Objects.requireNonNullElse(context.request().path(), "/");
        if (problem.status() == 503) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, HttpProblems.RETRY_AFTER_SECONDS);
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(json(problem.at(path, TraceId.of(context))))
                .onFailure(_ -> context.request().connection().close());
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
