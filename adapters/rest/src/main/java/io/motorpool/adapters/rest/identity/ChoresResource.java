package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.application.identity.ForgetOldThings;
import io.motorpool.application.identity.ForgetOldThings.Report;
import io.motorpool.application.identity.SendLetters;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By hand what timers do. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Security")
class ChoresResource {

    private final SendLetters letters;
    private final ForgetOldThings forget;
    private final CallerSource callers;

    ChoresResource(SendLetters letters, ForgetOldThings forget, CallerSource callers) {
        this.letters = letters;
        this.forget = forget;
        this.callers = callers;
    }

    @Schema(name = "LettersSent")
    record SentBody(@Schema(required = true, minimum = "0") int sent) {}

    @Schema(name = "Forgotten")
    record ForgottenBody(
            @Schema(required = true, minimum = "0", description = "Sessions that had lapsed unnoticed")
            int lapsed,

            @Schema(required = true, minimum = "0") int forgotten) {

        static ForgottenBody of(Report report) {
            return new ForgottenBody(report.lapsed(), report.forgotten());
        }
    }

    @POST
    @Path("/sweeps/letters")
    @Operation(operationId = "sendLetters", summary = "Send letters that are owed")
    @APIResponseSchema(value = SentBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> sendLetters() {
        return Answers.ok(letters.send(callers.caller()), SentBody::new);
    }

    @POST
    @Path("/sweeps/identity")
    @Operation(operationId = "forgetOldThings", summary = "End lapsed sessions, and forget what nobody needs any more")
    @APIResponseSchema(value = ForgottenBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> forget() {
        return Answers.ok(forget.forget(callers.caller()), ForgottenBody::of);
    }
}
