package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.StoreUnavailableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every failure that reaches the edge becomes a problem here, once. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    Response invalid(InvalidRequest failure) {
        return response(failure.problem()).build();
    }

    /** Retries inside are used up: the caller may try again, nothing was changed. */
    @ServerExceptionMapper
    Response contended(ContendedException failure) {
        LOG.debug("contended", failure);
        return response(Problem.of(409, "contended", "Others changed the same thing at the same moment. Ask again."))
                .build();
    }

    @ServerExceptionMapper
    Response unavailable(StoreUnavailableException failure) {
        LOG.debug("store unavailable", failure);
        return response(Problem.of(503, "temporarily-unavailable", "The store does not answer. Try again."))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return response(Problem.of(401, "unauthorized", "Send a valid access token."))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        LOG.debug("forbidden", failure);
        return response(Problem.of(403, "not-permitted", "Your role does not allow this."))
                .build();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure) {
        JacksonException json = jsonCause(failure);
        return json == null ? plain(failure) : malformed(json);
    }

    @ServerExceptionMapper
    Response malformed(JacksonException failure) {
        String field = failure instanceof JsonMappingException mapping ? path(mapping) : "body";
        String message = failure instanceof StrictText.NotCleanException unclean
                ? unclean.getOriginalMessage()
                : "is not JSON of the expected kind";
        return response(Problem.of(
                        400,
                        "malformed-body",
                        "The body is not what this operation takes.",
                        List.of(new FieldError(field.isEmpty() ? "body" : field, "invalid", message))))
                .build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpServerRequest request) {
        LOG.errorf(failure, "failed: %s %s", request.method(), request.path());
        return response(Problem.of(500, "internal-error", "Something went wrong on our side."))
                .build();
    }

    private static Response plain(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        Response.ResponseBuilder answer = response(ofStatus(status));
        Object allowed = failure.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    /** A failure for which HTTP itself has a name. */
    static Problem ofStatus(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String phrase = known == null ? "Failed" : known.getReasonPhrase();
        return Problem.of(status, phrase.toLowerCase(Locale.ROOT).replace(' ', '-'), phrase + ".");
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA).entity(problem);
    }

    private static @Nullable JacksonException jsonCause(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof JacksonException json) {
                return json;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
