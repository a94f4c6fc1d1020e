package io.motorpool.adapters.rest.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.identity.GrantServiceToken;
import io.motorpool.application.identity.GrantServiceToken.Request;
import io.motorpool.application.identity.GrantServiceToken.ServiceToken;
import io.motorpool.domain.identity.IdentityRefusal.ClientRefused;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Where programs get their access tokens, in the words of OAuth (RFC 6749, 4.4, with RFC 7523), so that any library can
 * ask. An error is {@code application/json} as OAuth wants it, with the members of a problem beside {@code error}.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Signing in")
class TokenResource {

    static final String GRANT = "client_credentials";
    static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final GrantServiceToken tokens;
    private final RequestSource source;
    private final Clock clock;

    TokenResource(GrantServiceToken tokens, RequestSource source, Clock clock) {
        this.tokens = tokens;
        this.source = source;
        this.clock = clock;
    }

    /** Only the document reads this: what the form has to say. */
    @Schema(name = "TokenRequest")
    record TokenRequest(
            @Schema(required = true, name = "grant_type", enumeration = GRANT)
            String grantType,

            @Schema(required = true, name = "client_assertion_type", enumeration = ASSERTION)
            String assertionType,

            @Schema(
                    required = true,
                    name = "client_assertion",
                    maxLength = 4_096,
                    description =
                            "A JWT, signed with a registered key by RS256; iss and sub are the service's id, aud is the"
                                    + " issuer, jti is new each time, exp is at most five minutes away")
            String assertion,

            @Schema(name = "client_id", maxLength = 36, description = "If given, the service's id") @Nullable
            String clientId) {}

    @Schema(name = "ServiceToken")
    record TokenBody(
            @Schema(required = true) @JsonProperty("access_token")
            String accessToken,

            @Schema(required = true, examples = "Bearer") @JsonProperty("token_type")
            String tokenType,

            @Schema(required = true, description = "In seconds", examples = "900") @JsonProperty("expires_in")
            long expiresIn,

            @Schema(required = true, description = "What the token permits, separated by spaces")
            String scope) {

        @Override
        public String toString() {
            return "(service token)";
        }
    }

    @POST
    @Path("/oauth/token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "grantServiceToken", summary = "Give a service an access token for words that it signed")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = TokenRequest.class)))
    @APIResponseSchema(value = TokenBody.class, responseCode = "200", responseDescription = "An access token")
    @Refuses(strangers = "client-refused", limits = "too-many-requests")
    public Uni<Response> grant(@Nullable String form) {
        Optional<Form> read = Form.read(form == null ? "" : form);
        if (read.isEmpty() || read.get().get("grant_type").isEmpty()) {
            return answer(
                    refused(invalid("The form is not well-formed, or does not name a grant_type."), "invalid_request"));
        }
        if (!read.get().get("grant_type").filter(GRANT::equals).isPresent()) {
            return answer(refused(invalid("The grant_type is not client_credentials."), "unsupported_grant_type"));
        }
        Optional<String> assertion = read.get()
                .get("client_assertion")
                .filter(_ -> read.get()
                        .get("client_assertion_type")
                        .filter(ASSERTION::equals)
                        .isPresent());
        return assertion
                .map(said -> grant(said, read.get().get("client_id")))
                .orElseGet(() -> answer(inOAuth(Answers.refused(new ClientRefused()))));
    }

    private Uni<Response> grant(String assertion, Optional<String> client) {
        return tokens.grant(new Request(assertion, client, source.network()))
                .map(decision -> decision.fold(this::granted, refusal -> inOAuth(Answers.refused(refusal))))
                .map(Secrets::unstored);
    }

    private Response granted(ServiceToken token) {
        long seconds = Duration.between(clock.instant(), token.until()).toSeconds();
        return Response.ok(
                        new TokenBody(
                                token.access().text(),
                                "Bearer",
                                Math.max(0, seconds),
                                String.join(" ", token.grant().scopes())),
                        MediaType.APPLICATION_JSON_TYPE)
                .header("Pragma", "no-cache")
                .build();
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(Secrets.unstored(response));
    }

    private static Problem invalid(String detail) {
        return Problem.of(Response.Status.BAD_REQUEST.getStatusCode(), "invalid-request", detail);
    }

    /** The same refusal, in the words of both. */
    private static Response inOAuth(Response refused) {
        Problem problem = (Problem) refused.getEntity();
        boolean later = problem.status() == Response.Status.TOO_MANY_REQUESTS.getStatusCode();
        return Response.fromResponse(refused)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(named(problem, later ? "temporarily_unavailable" : "invalid_client"))
                .build();
    }

    private static Response refused(Problem problem, String error) {
        return Response.status(problem.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(named(problem, error))
                .build();
    }

    private static Problem named(Problem problem, String error) {
        return problem.with("error", error).with("error_description", problem.detail());
    }
}
