package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        STATUSES.forEach(status -> router.errorHandler(status, context -> answer(context, status)));
    }

    private void answer(RoutingContext context, int status) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        Problem problem = Problems.ofStatus(status)
                .at(Objects.requireNonNullElse(context.request().path(), "/"), null);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(json(problem))
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
