package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.identity.RefreshSession;
import io.motorpool.application.identity.SignIn;
import io.motorpool.application.identity.SignIn.Attempt;
import io.motorpool.application.identity.SignOut;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sessions begin, go on and end, for those who have no access token, or none that is good any more. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Signing in")
class SignInResource {

    private final SignIn signIn;
    private final RefreshSession refresh;
    private final SignOut signOut;
    private final RequestSource source;

    SignInResource(SignIn signIn, RefreshSession refresh, SignOut signOut, RequestSource source) {
        this.signIn = signIn;
        this.refresh = refresh;
        this.signOut = signOut;
        this.source = source;
    }

    @Schema(name = "SignIn")
    record SignInBody(
            @Schema(required = true, maxLength = EmailAddress.LONGEST, examples = "minsu.kim@hanbit.example") @Nullable
            String email,

            @Schema(required = true, maxLength = Password.LONGEST_INPUT, examples = "seven green bicycles") @Nullable
            String password,

            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = DeviceLabel.LONGEST,
                    description = "What the user calls the device in the list of sessions",
                    examples = "김민수의 휴대폰")
            @Nullable
            String device,

            @Schema(description = "As what they want to act; left out, Motorpool chooses") @Nullable
            ProfileBody profile,

            @Schema(
                    description = "As signing in on this device said the last time: what others try does not stop it",
                    pattern = "^[A-Za-z0-9_-]{43}$",
                    examples = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
            @Nullable
            String knownDevice) {

        Attempt from(SourceNetwork network) {
            Input in = new Input();
            Field<EmailAddress> login = in.required("email", email, EmailAddress::parse);
            Field<Password> shown = in.required("password", password, Password::new);
            Field<DeviceLabel> called = in.required("device", device, DeviceLabel::new);
            Field<Profile> wanted = ProfileBody.optional(in, profile);
            Field<Secret> known = in.optional("knownDevice", knownDevice, Secret::new);
            return in.build(() ->
                    new Attempt(login.get(), shown.get(), wanted.orNull(), called.get(), known.orNull(), network));
        }

        @Override
        public String toString() {
            return "(sign-in)";
        }
    }

    @Schema(name = "Refresh")
    record RefreshBody(
            @Schema(required = true, maxLength = OpaqueText.LONGEST, examples = "AZ2s…") @Nullable
            String refreshToken,

            @Schema(description = "As what they want to act from now on; left out, it stays the same") @Nullable
            ProfileBody profile) {

        RefreshSession.Request from(SourceNetwork network) {
            Input in = new Input();
            Field<String> token = OpaqueText.read(in, "refreshToken", refreshToken);
            Field<Profile> wanted = ProfileBody.optional(in, profile);
            return in.build(() -> new RefreshSession.Request(token.get(), wanted.orNull(), network));
        }

        @Override
        public String toString() {
            return "(refresh)";
        }
    }

    @Schema(name = "SignOut")
    record SignOutBody(
            @Schema(required = true, maxLength = OpaqueText.LONGEST, examples = "AZ2s…") @Nullable
            String refreshToken) {

        String token() {
            Input in = new Input();
            return in.build(OpaqueText.read(in, "refreshToken", refreshToken)::get);
        }

        @Override
        public String toString() {
            return "(sign-out)";
        }
    }

    @POST
    @Path("/sessions")
    @Operation(operationId = "signIn", summary = "Sign in with a password")
    @APIResponseSchema(value = TokensBody.class, responseCode = "201", responseDescription = "A session has begun")
    @Refuses(
            strangers = "sign-in-refused",
            forbids = "profile-not-yours",
            limits = {"too-many-attempts", "too-many-requests"})
    public Uni<Response> signIn(@Nullable SignInBody body) {
        Attempt attempt = Input.body(body).from(source.network());
        return Secrets.unstored(Answers.added(signIn.signIn(attempt), TokensBody::of));
    }

    @POST
    @Path("/sessions/refresh")
    @Operation(operationId = "refreshSession", summary = "Go on without a password, perhaps under another profile")
    @APIResponseSchema(value = TokensBody.class, responseCode = "200", responseDescription = "The next tokens")
    @Refuses(
            strangers = {"refresh-refused", "session-over"},
            forbids = "profile-not-yours",
            limits = "too-many-requests")
    public Uni<Response> refresh(@Nullable RefreshBody body) {
        var request = Input.body(body).from(source.network());
        return Secrets.unstored(Answers.ok(refresh.refresh(request), TokensBody::of));
    }

    @POST
    @Path("/sessions/end")
    @Operation(operationId = "signOut", summary = "End the session of a refresh token")
    @APIResponse(responseCode = "204", description = "It is over, or was never there")
    public Uni<Response> signOut(@Nullable SignOutBody body) {
        String token = Input.body(body).token();
        return Secrets.unstored(signOut.with(token, source.network())
                .replaceWith(() -> Response.noContent().build()));
    }
}
