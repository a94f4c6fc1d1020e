package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.identity.SessionBody.EndedBody;
import io.motorpool.adapters.rest.identity.SessionBody.SessionPage;
import io.motorpool.application.identity.SessionQueries;
import io.motorpool.application.identity.SignOut;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where users are signed in, for those who look after them; and ending one session, for its owner too. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Users")
class SessionsResource {

    private final SessionQueries sessions;
    private final SignOut signOut;
    private final CallerSource callers;
    private final RequestSource source;

    SessionsResource(SessionQueries sessions, SignOut signOut, CallerSource callers, RequestSource source) {
        this.sessions = sessions;
        this.signOut = signOut;
        this.callers = callers;
        this.source = source;
    }

    @Schema(name = "SessionEnded")
    record OverBody(@Schema(required = true) UUID session) {}

    @POST
    @Path("/sessions/{id}/end")
    @Operation(operationId = "endSession", summary = "End one session; its tokens are worth nothing from then on")
    @APIResponseSchema(value = OverBody.class, responseCode = "200", responseDescription = "It is over")
    public Uni<Response> end(@PathParam("id") String id) {
        SessionId session = new SessionId(Input.pathId(id));
        return Answers.ok(
                signOut.from(callers.caller(), session, source.network()), over -> new OverBody(over.value()));
    }

    @GET
    @Path("/users/{id}/sessions")
    @Operation(operationId = "listSessions", summary = "Where somebody is signed in, the oldest first")
    @APIResponseSchema(value = SessionPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        return Answers.page(sessions.of(callers.caller(), user(id), paging.request()), SessionBody::of);
    }

    @POST
    @Path("/users/{id}/sessions/end")
    @Operation(operationId = "endSessions", summary = "Sign somebody out everywhere")
    @APIResponseSchema(value = EndedBody.class, responseCode = "200", responseDescription = "They are over")
    public Uni<Response> endAll(@PathParam("id") String id) {
        return Answers.ok(signOut.everywhere(callers.caller(), user(id), source.network()), EndedBody::new);
    }

    private static UserId user(String raw) {
        return new UserId(Input.pathId(raw));
    }
}
