package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.application.identity.SecurityEntry;
import io.motorpool.application.identity.SecurityEvent;
import io.motorpool.application.identity.SecurityQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened around sign-ins, tokens and keys. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Security")
class SecurityResource {

    private final SecurityQueries security;
    private final CallerSource callers;

    SecurityResource(SecurityQueries security, CallerSource callers) {
        this.security = security;
        this.callers = callers;
    }

    @Schema(name = "SecurityEntry")
    record EntryBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) Instant at,
            @Schema(required = true) SecurityEvent event,

            @Schema(description = "Who did it, as far as that is proven") @Nullable
            UUID actor,

            @Schema(description = "The user, the service or the key ring that it happened to") @Nullable
            UUID about,

            @Nullable UUID session,

            @Schema(description = "The network that the request came from", examples = "192.0.2.0/24") @Nullable
            String network,

            @Schema(required = true) Map<String, String> facts) {

        static EntryBody of(SecurityEntry entry) {
            return new EntryBody(
                    entry.id(),
                    entry.at(),
                    entry.event(),
                    Optional.ofNullable(entry.actor()).map(UserId::value).orElse(null),
                    entry.about(),
                    Optional.ofNullable(entry.session()).map(SessionId::value).orElse(null),
                    Optional.ofNullable(entry.from()).map(SourceNetwork::prefix).orElse(null),
                    entry.facts());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "SecurityPage")
    record SecurityPage(
            @Schema(required = true) List<EntryBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/security-trail")
    @Operation(operationId = "listSecurityTrail", summary = "What happened around sign-ins and keys, the newest first")
    @APIResponseSchema(value = SecurityPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@QueryParam("about") @Nullable String about, @BeanParam Paging paging) {
        Input in = new Input();
        Field<UUID> subject = in.optional("about", about, Parse::uuid);
        Field<Page.Request> page = paging.read(in);
        Page.Request asked = in.build(page::get);
        return Answers.page(security.list(callers.caller(), subject.optional(), asked), EntryBody::of);
    }
}
