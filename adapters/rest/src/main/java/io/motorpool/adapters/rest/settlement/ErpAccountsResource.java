package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.settlement.NameErpAccount;
import io.motorpool.application.settlement.SettlementQueries;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** On which account of the ERP a company is billed. It has no versions: the last word counts, and each is in the audit trail. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Settlement")
class ErpAccountsResource {

    private final NameErpAccount nameErpAccount;
    private final SettlementQueries queries;
    private final CallerSource callers;

    ErpAccountsResource(NameErpAccount nameErpAccount, SettlementQueries queries, CallerSource callers) {
        this.nameErpAccount = nameErpAccount;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "NameErpAccount")
    record NameBody(
            @Schema(required = true, pattern = "^[0-9]{1,10}$", examples = "17100001") @Nullable
            String number) {

        ErpAccount read() {
            Input in = new Input();
            Field<ErpAccount> account = in.required("number", number, ErpAccount::new);
            return in.build(account::get);
        }
    }

    @Schema(name = "ErpAccount")
    record AccountBody(
            @Schema(pattern = "^[0-9]{1,10}$", description = "Absent while nobody has named it", examples = "17100001")
            @Nullable
            String number) {}

    @GET
    @Path("/companies/{id}/erp-account")
    @Operation(operationId = "getErpAccount", summary = "The account of the ERP on which the company is billed")
    @APIResponseSchema(value = AccountBody.class, responseCode = "200", responseDescription = "The account")
    public Uni<Response> one(@PathParam("id") String id) {
        return Answers.ok(
                queries.erpAccount(callers.caller(), company(id)),
                account -> new AccountBody(account.map(ErpAccount::number).orElse(null)));
    }

    @PUT
    @Path("/companies/{id}/erp-account")
    @Operation(
            operationId = "nameErpAccount",
            summary = "Say on which account of the ERP the company is billed from now on")
    @APIResponseSchema(value = AccountBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "company-retired")
    public Uni<Response> name(@PathParam("id") String id, @Nullable NameBody body) {
        ErpAccount account = Input.body(body).read();
        return Answers.ok(
                nameErpAccount.name(callers.caller(), company(id), account), named -> new AccountBody(named.number()));
    }

    private static CompanyId company(String raw) {
        return new CompanyId(Input.pathId(raw));
    }
}
