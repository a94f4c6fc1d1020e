package io.motorpool.adapters.rest.audit;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.audit.AuditQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who did what, when and why. */
@Path("/api/v1")
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
            @Schema(required = true) ReasonCode code,
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
                            .map(reason -> new ReasonView(reason.code(), reason.note()))
                            .orElse(null),
                    entry.before(),
                    entry.after());
        }
    }

    @GET
    @Path("/companies/{id}/audit")
    @Operation(operationId = "listAudit", summary = "The audit trail of a company, the newest first")
    public Uni<Response> list(
            @PathParam("id") String company,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<UUID> ofSubject = in.optional("subject", subject, Input::uuid);
        Field<Page.Request> page = in.page(limit, cursor);
        Page.Request asked = in.build(page::get);
        return audit.of(callers.caller(), new CompanyId(Input.pathId(company)), ofSubject.optional(), asked)
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(EntryBody::of))));
    }
}
