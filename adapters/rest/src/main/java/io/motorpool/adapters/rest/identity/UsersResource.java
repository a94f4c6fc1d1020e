package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.identity.UserBody.UserPage;
import io.motorpool.application.identity.LookAfterUsers;
import io.motorpool.application.identity.LookAfterUsers.Invitation;
import io.motorpool.application.identity.LookAfterUsers.RolesChange;
import io.motorpool.application.identity.UserQueries;
import io.motorpool.application.identity.UserView;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may sign in. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Users")
class UsersResource {

    private static final Representation<UserView> USERS =
            new Representation<>("/api/v1/users", UserView::id, UserView::version, UserBody::of);

    private final LookAfterUsers users;
    private final UserQueries queries;
    private final CallerSource callers;
    private final RequestSource source;

    UsersResource(LookAfterUsers users, UserQueries queries, CallerSource callers, RequestSource source) {
        this.users = users;
        this.queries = queries;
        this.callers = callers;
        this.source = source;
    }

    @Schema(name = "InviteUser")
    record InvitationBody(
            @Schema(required = true, maxLength = EmailAddress.LONGEST, examples = "jiwoo.park@motorpool.example")
            @Nullable
            String email,

            @Schema(required = true, minLength = 1, maxLength = PersonName.LONGEST, examples = "박지우") @Nullable
            String name,

            @Schema(
                    required = true,
                    description = "What they are to be to the division; nothing for the people of client companies",
                    maxItems = RolesGiven.MOST,
                    examples = "[\"SUPPORT_AGENT\"]")
            @Nullable
            List<@Nullable String> roles) {

        Invitation by(Caller caller, SourceNetwork network) {
            Input in = new Input();
            Field<EmailAddress> reached = in.required("email", email, EmailAddress::parse);
            Field<PersonName> called = in.required("name", name, PersonName::new);
            Field<DivisionRoles> given = RolesGiven.read(in, roles);
            return in.build(() -> new Invitation(caller, reached.get(), called.get(), given.get(), network));
        }

        @Override
        public String toString() {
            return "(invitation)";
        }
    }

    @Schema(name = "DivisionRoles")
    record RolesBody(
            @Schema(
                    required = true,
                    description = "All that they are to be to the division",
                    maxItems = RolesGiven.MOST,
                    examples = "[\"SUPPORT_AGENT\"]")
            @Nullable
            List<@Nullable String> roles) {

        DivisionRoles read() {
            Input in = new Input();
            return in.build(RolesGiven.read(in, roles)::get);
        }
    }

    @POST
    @Path("/users")
    @Operation(operationId = "inviteUser", summary = "Invite somebody, who gets a letter")
    @APIResponseSchema(value = UserBody.class, responseCode = "201", responseDescription = "Invited")
    @Refuses(conflicts = "email-taken")
    public Uni<Response> invite(@Nullable InvitationBody body) {
        return USERS.created(users.invite(Input.body(body).by(callers.caller(), source.network())));
    }

    @GET
    @Path("/users")
    @Operation(operationId = "listUsers", summary = "Everybody who may sign in, or once might")
    @APIResponseSchema(value = UserPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@BeanParam Paging paging) {
        return USERS.page(queries.users(callers.caller(), paging.request()));
    }

    @GET
    @Path("/users/{id}")
    @Operation(operationId = "getUser", summary = "One user")
    @APIResponseSchema(value = UserBody.class, responseCode = "200", responseDescription = "The user")
    public Uni<Response> one(@PathParam("id") String id) {
        return USERS.one(queries.user(callers.caller(), id(id)));
    }

    @PUT
    @Path("/users/{id}/roles")
    @Operation(operationId = "changeDivisionRoles", summary = "Change what somebody is to the division")
    @APIResponseSchema(value = UserBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(forbids = "own-account")
    public Uni<Response> changeRoles(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable RolesBody body) {
        Version version = Headers.ifMatch(seen);
        DivisionRoles roles = Input.body(body).read();
        return USERS.one(
                users.changeRoles(new RolesChange(callers.caller(), id(id), version, roles, source.network())));
    }

    @POST
    @Path("/users/{id}/letter")
    @Operation(operationId = "sendLetter", summary = "Send another letter, in place of one that was lost")
    @APIResponseSchema(value = UserBody.class, responseCode = "200", responseDescription = "It is on its way")
    @Refuses(conflicts = "not-possible-for-user", limits = "too-many-requests")
    public Uni<Response> sendLetter(@PathParam("id") String id) {
        return USERS.one(users.sendLetter(callers.caller(), id(id), source.network()));
    }

    @POST
    @Path("/users/{id}/disablement")
    @Operation(operationId = "disableUser", summary = "Let somebody in no more; all their sessions end")
    @APIResponseSchema(value = UserBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "not-possible-for-user", forbids = "own-account")
    public Uni<Response> disable(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return USERS.one(users.disable(callers.caller(), id(id), version, source.network()));
    }

    @POST
    @Path("/users/{id}/enablement")
    @Operation(operationId = "enableUser", summary = "Let somebody in again")
    @APIResponseSchema(value = UserBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "not-possible-for-user")
    public Uni<Response> enable(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return USERS.one(users.enable(callers.caller(), id(id), version, source.network()));
    }

    private static UserId id(String raw) {
        return new UserId(Input.pathId(raw));
    }
}
