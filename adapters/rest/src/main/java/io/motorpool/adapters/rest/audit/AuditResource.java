package io.motorpool.adapters.rest.audit;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.audit.AuditQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.Reason.TimerCode;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, when and why. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Audit")
class AuditResource {

    private final AuditQueries audit;
    private final CallerSource callers;

    AuditResource(AuditQueries audit, CallerSource callers) {
        this.audit = audit;
        this.callers = callers;
    }

    @Schema(name = "AuditReason")
    record ReasonView(
            @Schema(
                    required = true,
                    anyOf = {ReasonCode.class, TimerCode.class})
            String code,

            @Schema(required = true) String note) {}

    @Schema(name = "AuditEntry")
    record EntryBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) Instant at,
            @Schema(required = true) UUID actor,
            @Schema(required = true) Role role,
            @Schema(required = true) String action,
            @Schema(required = true) UUID subject,
            @Nullable ReasonView reason,
            @Schema(required = true) Map<String, String> before,
            @Schema(required = true) Map<String, String> after) {

        static EntryBody of(AuditEntry entry) {
            return new EntryBody(
                    entry.id(),
                    entry.at(),
                    entry.actor().value(),
                    entry.role(),
                    entry.action(),
                    entry.subject(),
                    entry.reason()
                            .map(reason -> new ReasonView(reason.code().name(), reason.note()))
                            .orElse(null),
                    entry.before(),
                    entry.after());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "AuditPage")
    record AuditPage(
            @Schema(required = true) List<EntryBody> items,
            @Nullable String nextCursor) {}

    @GET
    @Path("/companies/{id}/audit")
    @Operation(operationId = "listAudit", summary = "The audit trail of a company, the newest first")
    @APIResponseSchema(value = AuditPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(
            @PathParam("id") String company,
            @QueryParam("subject") @Nullable String subject,
            @BeanParam Paging paging) {
        Input in = new Input();
        Field<UUID> about = in.optional("subject", subject, Parse::uuid);
        Field<Page.Request> page = paging.read(in);
        Page.Request asked = in.build(page::get);
        var whose = new CompanyId(Input.pathId(company));
        return Answers.page(audit.of(callers.caller(), whose, about.optional(), asked), EntryBody::of);
    }
}
