package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.identity.SessionBody.EndedBody;
import io.motorpool.adapters.rest.identity.SessionBody.SessionPage;
import io.motorpool.application.identity.ChangePassword;
import io.motorpool.application.identity.ChangePassword.Change;
import io.motorpool.application.identity.SessionQueries;
import io.motorpool.application.identity.SignOut;
import io.motorpool.application.identity.UserQueries;
import io.motorpool.application.identity.UserQueries.Myself;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordPolicy;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What everybody may know and do about themselves. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Myself")
class MyselfResource {

    private final UserQueries users;
    private final SessionQueries sessions;
    private final SignOut signOut;
    private final ChangePassword passwords;
    private final CallerSource callers;
    private final RequestSource source;

    MyselfResource(
            UserQueries users,
            SessionQueries sessions,
            SignOut signOut,
            ChangePassword passwords,
            CallerSource callers,
            RequestSource source) {
        this.users = users;
        this.sessions = sessions;
        this.signOut = signOut;
        this.passwords = passwords;
        this.callers = callers;
        this.source = source;
    }

    @Schema(name = "Membership")
    record MembershipBody(
            @Schema(required = true) UUID company,
            @Schema(required = true) String companyName,
            @Schema(required = true) MemberRole role) {

        static MembershipBody of(Membership membership) {
            return new MembershipBody(membership.company().value(), membership.companyName(), membership.role());
        }
    }

    @Schema(name = "Myself")
    record MyselfBody(
            @Schema(required = true) UserBody user,

            @Schema(required = true, description = "As what the token lets them act now")
            ProfileBody profile,

            @Schema(required = true, description = "Theirs under the profile")
            List<Role> roles,

            @Schema(required = true, description = "What they may do under the profile")
            List<Permission> permissions,

            @Schema(
                    required = true,
                    description = "Under each of these companies they can act, as themselves always, and for the"
                            + " division if they have a role there: name the profile when refreshing")
            List<MembershipBody> memberships) {

        static MyselfBody of(Myself myself, Caller caller) {
            return new MyselfBody(
                    UserBody.of(myself.user()),
                    ProfileBody.of(caller.profile()),
                    caller.roles().stream().sorted().toList(),
                    Arrays.stream(Permission.values()).filter(caller::holds).toList(),
                    myself.memberships().stream().map(MembershipBody::of).toList());
        }
    }

    @Schema(name = "ChangePassword")
    record PasswordBody(
            @Schema(required = true, maxLength = Password.LONGEST_INPUT, examples = "seven green bicycles") @Nullable
            String present,

            @Schema(
                    required = true,
                    maxLength = Password.LONGEST_INPUT,
                    description = "At least " + PasswordPolicy.SHORTEST + " characters that are hard to guess",
                    examples = "eight yellow tricycles")
            @Nullable
            String wanted) {

        Change by(CallerSource callers, RequestSource source) {
            Input in = new Input();
            Field<Password> until = in.required("present", present, Password::new);
            Field<Password> from = in.required("wanted", wanted, Password::new);
            return in.build(() -> new Change(
                    callers.caller(), callers.session().orElse(null), until.get(), from.get(), source.network()));
        }

        @Override
        public String toString() {
            return "(change of a password)";
        }
    }

    @GET
    @Path("/me")
    @Operation(operationId = "getMyself", summary = "Who is asking, and as what they can act")
    @APIResponseSchema(value = MyselfBody.class, responseCode = "200", responseDescription = "The caller")
    public Uni<Response> myself() {
        Caller caller = callers.caller();
        return Answers.ok(users.myself(caller), myself -> MyselfBody.of(myself, caller));
    }

    @GET
    @Path("/me/sessions")
    @Operation(operationId = "listMySessions", summary = "Where the caller is signed in, the oldest first")
    @APIResponseSchema(value = SessionPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> sessions(@BeanParam Paging paging) {
        return Answers.page(sessions.own(callers.caller(), paging.request()), SessionBody::of);
    }

    @POST
    @Path("/me/sessions/end")
    @Operation(operationId = "signOutEverywhere", summary = "End all sessions of the caller, this one too")
    @APIResponseSchema(value = EndedBody.class, responseCode = "200", responseDescription = "They are over")
    public Uni<Response> signOutEverywhere() {
        return Answers.ok(signOut.everywhere(callers.caller(), source.network()), EndedBody::new);
    }

    @PUT
    @Path("/me/password")
    @Operation(operationId = "changePassword", summary = "Take a new password; all other sessions end")
    @APIResponseSchema(value = EndedBody.class, responseCode = "200", responseDescription = "It counts from now on")
    @Refuses(
            rules = {"password-wrong", "password-too-weak"},
            limits = "too-many-requests")
    public Uni<Response> changePassword(@Nullable PasswordBody body) {
        Change change = Input.body(body).by(callers, source);
        return Secrets.unstored(Answers.ok(passwords.change(change), EndedBody::new));
    }
}
