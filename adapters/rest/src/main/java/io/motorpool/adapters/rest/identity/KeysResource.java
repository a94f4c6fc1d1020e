package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.application.identity.KeyQueries;
import io.motorpool.application.identity.KeyRingView;
import io.motorpool.application.identity.LookAfterKeys;
import io.motorpool.application.identity.TurnKeyRing;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.SigningKey;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The issuer's keys. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Keys")
class KeysResource {

    private final KeyQueries queries;
    private final LookAfterKeys keys;
    private final TurnKeyRing ring;
    private final CallerSource callers;
    private final RequestSource source;

    KeysResource(KeyQueries queries, LookAfterKeys keys, TurnKeyRing ring, CallerSource callers, RequestSource source) {
        this.queries = queries;
        this.keys = keys;
        this.ring = ring;
        this.callers = callers;
        this.source = source;
    }

    @Schema(name = "SigningKey")
    record KeyBody(
            @Schema(required = true, description = "As in the published set")
            String kid,

            @Schema(required = true) SigningKey.Stage stage,

            @Schema(required = true, description = "When it came to this stage")
            Instant since) {

        static KeyBody of(KeyRingView.Key key) {
            return new KeyBody(key.id().value(), key.stage(), key.since());
        }
    }

    @Schema(name = "KeyRing")
    record RingBody(
            @Schema(required = true) List<KeyBody> keys,

            @Schema(required = true, description = "Of the set that is published, or is about to be")
            long setVersion,

            @Schema(required = true, description = "Whether somebody asked for the next rotation at once")
            boolean hurried) {

        static RingBody of(KeyRingView view) {
            return new RingBody(view.keys().stream().map(KeyBody::of).toList(), view.setVersion(), view.hurried());
        }
    }

    @GET
    @Path("/keys")
    @Operation(operationId = "getKeyRing", summary = "How far the issuer's keys are")
    @APIResponseSchema(value = RingBody.class, responseCode = "200", responseDescription = "The ring")
    public Uni<Response> ring() {
        return Answers.ok(queries.ring(callers.caller()), RingBody::of);
    }

    @POST
    @Path("/keys/rotation")
    @Operation(operationId = "rotateKeys", summary = "Rotate as soon as the next key may sign")
    @APIResponseSchema(value = RingBody.class, responseCode = "200", responseDescription = "As it is now")
    public Uni<Response> rotate() {
        return Answers.ok(keys.hurry(callers.caller(), source.network()), RingBody::of);
    }

    @POST
    @Path("/keys/{kid}/revocation")
    @Operation(operationId = "revokeKey", summary = "Take a stolen key out of trust, with all that it signed")
    @APIResponseSchema(value = RingBody.class, responseCode = "200", responseDescription = "As it is now")
    public Uni<Response> revoke(@PathParam("kid") String kid) {
        KeyId stolen = KeyIds.inPath(kid);
        return Answers.ok(keys.revoke(callers.caller(), stolen, source.network()), RingBody::of);
    }

    @POST
    @Path("/keys/turn")
    @Operation(operationId = "turnKeyRing", summary = "Take the steps of the schedule that are due, as a timer does")
    @APIResponseSchema(value = RingBody.class, responseCode = "200", responseDescription = "As it is now")
    public Uni<Response> turn() {
        return Answers.ok(ring.turn(callers.caller()), RingBody::of);
    }
}
