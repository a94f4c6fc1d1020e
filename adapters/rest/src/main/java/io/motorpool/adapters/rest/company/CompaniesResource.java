package io.motorpool.adapters.rest.company;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.company.CompanyQueries;
import io.motorpool.application.company.CompanyView;
import io.motorpool.application.company.LookAfterCompanies;
import io.motorpool.application.company.LookAfterCompanies.Change;
import io.motorpool.application.company.LookAfterCompanies.Registration;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

    private static final Representation<CompanyView> COMPANIES =
            new Representation<>("/api/v1/companies", CompanyView::id, CompanyView::version, CompanyBody::of);

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
            @Schema(required = true, minLength = 1, maxLength = Company.LONGEST_NAME, examples = "한빛물산") @Nullable
            String name,

            @Schema(required = true, pattern = "^(\\d{3}-\\d{2}-\\d{5}|\\d{10})$", examples = "101-23-45672") @Nullable
            String businessNumber,

            @Schema(required = true, implementation = BillingPolicy.class) @Nullable
            String billingPolicy) {

        Registration by(Caller caller) {
            Input in = new Input();
            Field<String> called = in.text("name", name, Company.LONGEST_NAME);
            Field<BusinessNumber> number = in.required("businessNumber", businessNumber, BusinessNumber::parse);
            Field<BillingPolicy> billing = in.oneOf(BillingPolicy.class, "billingPolicy", billingPolicy);
            return in.build(() -> new Registration(caller, called.get(), number.get(), billing.get()));
        }
    }

    @Schema(name = "ChangeCompany")
    record ChangeBody(
            @Schema(required = true, minLength = 1, maxLength = Company.LONGEST_NAME, examples = "한빛물산") @Nullable
            String name,

            @Schema(required = true, implementation = BillingPolicy.class) @Nullable
            String billingPolicy) {

        Change of(CompanyId company, Version seen, Caller caller) {
            Input in = new Input();
            Field<String> called = in.text("name", name, Company.LONGEST_NAME);
            Field<BillingPolicy> billing = in.oneOf(BillingPolicy.class, "billingPolicy", billingPolicy);
            return in.build(() -> new Change(caller, company, seen, called.get(), billing.get()));
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "CompanyPage")
    record CompanyPage(
            @Schema(required = true) List<CompanyBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Company")
    record CompanyBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) String name,

            @Schema(required = true, pattern = "^\\d{3}-\\d{2}-\\d{5}$")
            String businessNumber,

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
    @Refuses(conflicts = "business-number-taken")
    public Uni<Response> create(@Nullable RegisterBody body) {
        return COMPANIES.created(companies.register(Input.body(body).by(callers.caller())));
    }

    @GET
    @Path("/companies")
    @Operation(operationId = "listCompanies", summary = "Companies, in the order of their registration")
    @APIResponseSchema(value = CompanyPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@BeanParam Paging paging) {
        return COMPANIES.page(queries.companies(callers.caller(), paging.request()));
    }

    @GET
    @Path("/companies/{id}")
    @Operation(operationId = "getCompany", summary = "One company")
    @APIResponseSchema(value = CompanyBody.class, responseCode = "200", responseDescription = "The company")
    public Uni<Response> one(@PathParam("id") String id) {
        return COMPANIES.one(queries.company(callers.caller(), id(id)));
    }

    @PUT
    @Path("/companies/{id}")
    @Operation(operationId = "changeCompany", summary = "Change its name or billing policy")
    @APIResponseSchema(value = CompanyBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "company-retired")
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ChangeBody body) {
        Version version = Headers.ifMatch(seen);
        return COMPANIES.one(companies.change(Input.body(body).of(id(id), version, callers.caller())));
    }

    @POST
    @Path("/companies/{id}/retirement")
    @Operation(operationId = "retireCompany", summary = "The company leaves")
    @APIResponseSchema(value = CompanyBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"company-retired", "still-in-use"})
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return COMPANIES.one(companies.retire(callers.caller(), id(id), version));
    }

    private static CompanyId id(String raw) {
        return new CompanyId(Input.pathId(raw));
    }
}
