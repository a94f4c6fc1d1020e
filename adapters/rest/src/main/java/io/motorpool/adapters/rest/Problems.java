package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.OverloadedException;
import io.motorpool.application.shared.StoreUnavailableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/** Every failure that reaches the edge becomes a problem here, once. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response invalid(InvalidRequest failure) {
        return response(failure.problem()).build();
    }

    @ServerExceptionMapper
    Response refused(RefusedException failure) {
        return Answers.refused(failure.refusal());
    }

    /** Retries inside are used up: the caller may try again, nothing was changed. */
    @ServerExceptionMapper
    Response contended(ContendedException failure) {
        LOG.debug("contended", failure);
        return response(Problem.of(
                        409, HttpProblems.CONTENDED, "Others changed the same thing at the same moment. Ask again."))
                .build();
    }

    @ServerExceptionMapper({StoreUnavailableException.class, OutOfReachException.class, OverloadedException.class})
    Response unavailable(RuntimeException failure) {
        LOG.debug("unavailable", failure);
        return response(HttpProblems.of(503))
                .header(HttpHeaders.RETRY_AFTER, HttpProblems.RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response refused(RefusedBearerException failure) {
        return Answers.refused(failure.reason());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return response(HttpProblems.of(401))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure) {
        LOG.debug("forbidden", failure);
        return response(HttpProblems.of(403)).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException failure) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return response(HttpProblems.of(405))
                .allow(AllowedMethods.of(request.getDeployment(), request.getPathWithoutPrefix()))
                .build();
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, RoutingContext context) {
        JacksonException json = jsonCause(failure);
        return json == null
                ? response(HttpProblems.of(status(failure, context))).build()
                : malformed(json, context);
    }

    /** The second one keeps the framework's own mapper, which answers without a body, from being the nearer one. */
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response malformed(JacksonException failure, RoutingContext context) {
        Problem problem = JsonProblems.of(failure);
        return problem.status() == 413
                ? last(problem, context)
                : response(problem).build();
    }

    /** Nobody knows how much more would come of a body whose length was not announced, so the connection ends. */
    private static Response last(Problem problem, RoutingContext context) {
        context.response().endHandler(_ -> context.request().connection().close());
        return response(problem).header("Connection", "close").build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, HttpServerRequest request, RoutingContext context) {
        LOG.errorf(failure, "failed: %s %s (trace %s)", request.method(), request.path(), TraceId.of(context));
        return response(HttpProblems.of(500)).build();
    }

    /** The framework finds a content type that it cannot even parse a bad request. */
    private static int status(WebApplicationException failure, RoutingContext context) {
        int status = failure.getResponse().getStatus();
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return status == 400 && type != null && !isMediaType(type) ? 415 : status;
    }

    private static boolean isMediaType(String type) {
        try {
            return !MediaType.valueOf(type).isWildcardType();
        } catch (IllegalArgumentException _) {
            return false;
        }
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
}
