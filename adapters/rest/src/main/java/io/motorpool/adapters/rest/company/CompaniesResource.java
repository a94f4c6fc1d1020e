package io.motorpool.adapters.rest.company;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.company.CompanyQueries;
import io.motorpool.application.company.CompanyView;
import io.motorpool.application.company.LookAfterCompanies;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Client companies. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Companies")
class CompaniesResource {

    private final LookAfterCompanies companies;
    private final CompanyQueries queries;
    private final CallerSource callers;

    CompaniesResource(LookAfterCompanies companies, CompanyQueries queries, CallerSource callers) {
        this.companies = companies;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "RegisterCompany")
    record RegisterBody(
            @Schema(required = true, maxLength = 100, examples = "한빛물산") @Nullable
            String name,

            @Schema(required = true, examples = "120-81-47521") @Nullable
            String businessNumber,

            @Schema(required = true, implementation = BillingPolicy.class) @Nullable
            String billingPolicy) {}

    @Schema(name = "ChangeCompany")
    record ChangeBody(
            @Schema(required = true, maxLength = 100, examples = "한빛물산") @Nullable
            String name,

            @Schema(required = true, implementation = BillingPolicy.class) @Nullable
            String billingPolicy) {}

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "CompanyPage")
    record CompanyPage(
            @Schema(required = true) List<CompanyBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Company")
    record CompanyBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name,
            @Schema(required = true) String businessNumber,
            @Schema(required = true) BillingPolicy billingPolicy,
            @Schema(required = true) CompanyStatus status) {

        static CompanyBody of(CompanyView view) {
            return new CompanyBody(
                    view.id().value(),
                    view.name(),
                    view.businessNumber().written(),
                    view.billingPolicy(),
                    view.status());
        }
    }

    @POST
    @Path("/companies")
    @Operation(operationId = "registerCompany", summary = "Register a company")
    @APIResponseSchema(value = CompanyBody.class, responseCode = "201", responseDescription = "Registered")
    public Uni<Response> create(@Nullable RegisterBody body) {
        RegisterBody said = Input.body(body);
        Input in = new Input();
        Field<String> name = in.required("name", said.name(), CompaniesResource::name);
        Field<BusinessNumber> number = in.required("businessNumber", said.businessNumber(), BusinessNumber::parse);
        Field<BillingPolicy> billing = in.oneOf(BillingPolicy.class, "billingPolicy", said.billingPolicy());
        var registration = in.build(
                () -> new LookAfterCompanies.Registration(callers.caller(), name.get(), number.get(), billing.get()));
        return companies
                .register(registration)
                .map(decision -> Answers.created(
                        decision, view -> "/api/v1/companies/" + view.id(), CompanyView::version, CompanyBody::of));
    }

    @GET
    @Path("/companies")
    @Operation(operationId = "listCompanies", summary = "Companies, in the order of their registration")
    @APIResponseSchema(value = CompanyPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<Page.Request> page = in.page(limit, cursor);
        Page.Request asked = in.build(page::get);
        return queries.companies(callers.caller(), asked)
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(CompanyBody::of))));
    }

    @GET
    @Path("/companies/{id}")
    @Operation(operationId = "getCompany", summary = "One company")
    @APIResponseSchema(value = CompanyBody.class, responseCode = "200", responseDescription = "The company")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.company(callers.caller(), new CompanyId(Input.pathId(id)))
                .map(decision -> Answers.ok(decision, CompanyView::version, CompanyBody::of));
    }

    @PUT
    @Path("/companies/{id}")
    @Operation(operationId = "changeCompany", summary = "Change its name or billing policy")
    @APIResponseSchema(
            value = CompanyBody.class,
            responseCode = "200",
            responseDescription = "The company as it is now")
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable ChangeBody body) {
        Version version = Input.ifMatch(seen);
        ChangeBody said = Input.body(body);
        Input in = new Input();
        Field<String> name = in.required("name", said.name(), CompaniesResource::name);
        Field<BillingPolicy> billing = in.oneOf(BillingPolicy.class, "billingPolicy", said.billingPolicy());
        var change = in.build(() -> new LookAfterCompanies.Change(
                callers.caller(), new CompanyId(Input.pathId(id)), version, name.get(), billing.get()));
        return companies.change(change).map(decision -> Answers.ok(decision, CompanyView::version, CompanyBody::of));
    }

    @POST
    @Path("/companies/{id}/retirement")
    @Operation(operationId = "retireCompany", summary = "The company leaves")
    @APIResponseSchema(
            value = CompanyBody.class,
            responseCode = "200",
            responseDescription = "The company as it is now")
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen) {
        Version version = Input.ifMatch(seen);
        return companies
                .retire(callers.caller(), new CompanyId(Input.pathId(id)), version)
                .map(decision -> Answers.ok(decision, CompanyView::version, CompanyBody::of));
    }

    private static String name(String raw) {
        Text.check("a company name", raw, Company.LONGEST_NAME);
        return raw;
    }
}
