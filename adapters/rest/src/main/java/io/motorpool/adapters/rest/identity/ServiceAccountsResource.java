package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.adapters.rest.identity.ServiceAccountBody.KeyBody;
import io.motorpool.adapters.rest.identity.ServiceAccountBody.ServiceAccountPage;
import io.motorpool.application.identity.LookAfterServiceAccounts;
import io.motorpool.application.identity.LookAfterServiceAccounts.Change;
import io.motorpool.application.identity.LookAfterServiceAccounts.Existing;
import io.motorpool.application.identity.LookAfterServiceAccounts.Registration;
import io.motorpool.application.identity.ServiceAccountQueries;
import io.motorpool.application.identity.ServiceAccountView;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Programs that act by themselves. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Service accounts")
class ServiceAccountsResource {

    private static final Representation<ServiceAccountView> ACCOUNTS = new Representation<>(
            "/api/v1/service-accounts", ServiceAccountView::id, ServiceAccountView::version, ServiceAccountBody::of);

    private final LookAfterServiceAccounts accounts;
    private final ServiceAccountQueries queries;
    private final CallerSource callers;
    private final RequestSource source;

    ServiceAccountsResource(
            LookAfterServiceAccounts accounts,
            ServiceAccountQueries queries,
            CallerSource callers,
            RequestSource source) {
        this.accounts = accounts;
        this.queries = queries;
        this.callers = callers;
        this.source = source;
    }

    @Schema(name = "RegisterServiceAccount")
    record RegistrationBody(
            @Schema(required = true, minLength = 1, maxLength = ServiceAccount.LONGEST_NAME, examples = "정산 서버")
            @Nullable
            String name,

            @Schema(required = true) @Nullable ProfileBody profile,

            @Schema(required = true, implementation = Role.class) @Nullable
            String role,

            @Schema(required = true) @Nullable KeyBody key) {

        Registration by(Caller caller, SourceNetwork network) {
            Input in = new Input();
            Field<String> called = in.text("name", name, ServiceAccount.LONGEST_NAME);
            Field<Profile> under = ProfileBody.required(in, profile);
            Field<Role> as = roleUnder(in, under, role);
            Field<RsaPublicKey> known = key == null ? in.given("key", null) : key.read(in, "key.");
            return in.build(() -> new Registration(caller, called.get(), under.get(), as.get(), known.get(), network));
        }
    }

    @Schema(name = "ChangeServiceAccount")
    record ChangeBody(
            @Schema(required = true, minLength = 1, maxLength = ServiceAccount.LONGEST_NAME, examples = "정산 서버")
            @Nullable
            String name,

            @Schema(required = true) @Nullable ProfileBody profile,

            @Schema(required = true, implementation = Role.class) @Nullable
            String role) {

        Change of(Existing account) {
            Input in = new Input();
            Field<String> called = in.text("name", name, ServiceAccount.LONGEST_NAME);
            Field<Profile> under = ProfileBody.required(in, profile);
            Field<Role> as = roleUnder(in, under, role);
            return in.build(() -> new Change(account, called.get(), under.get(), as.get()));
        }
    }

    @POST
    @Path("/service-accounts")
    @Operation(operationId = "registerServiceAccount", summary = "Register a program that acts by itself")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "201", responseDescription = "Registered")
    public Uni<Response> register(@Nullable RegistrationBody body) {
        return ACCOUNTS.created(accounts.register(Input.body(body).by(callers.caller(), source.network())));
    }

    @GET
    @Path("/service-accounts")
    @Operation(operationId = "listServiceAccounts", summary = "Programs that act by themselves")
    @APIResponseSchema(value = ServiceAccountPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@BeanParam Paging paging) {
        return ACCOUNTS.page(queries.accounts(callers.caller(), paging.request()));
    }

    @GET
    @Path("/service-accounts/{id}")
    @Operation(operationId = "getServiceAccount", summary = "One service")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "200", responseDescription = "The service")
    public Uni<Response> one(@PathParam("id") String id) {
        return ACCOUNTS.one(queries.account(callers.caller(), id(id)));
    }

    @PUT
    @Path("/service-accounts/{id}")
    @Operation(operationId = "changeServiceAccount", summary = "Change what a service is called and as what it acts")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "200", responseDescription = "As it is now")
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ChangeBody body) {
        Existing account = existing(id, seen);
        return ACCOUNTS.one(accounts.change(Input.body(body).of(account)));
    }

    @POST
    @Path("/service-accounts/{id}/keys")
    @Operation(operationId = "addServiceKey", summary = "Let a service sign with another key as well")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "too-many-keys")
    public Uni<Response> addKey(
            @PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen, @Nullable KeyBody body) {
        Existing account = existing(id, seen);
        Input in = new Input();
        Field<RsaPublicKey> key = Input.body(body).read(in, "");
        return ACCOUNTS.one(accounts.addKey(account, in.build(key::get)));
    }

    @POST
    @Path("/service-accounts/{id}/keys/{kid}/removal")
    @Operation(operationId = "removeServiceKey", summary = "Take a key from a service, with what it got by the key")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "200", responseDescription = "As it is now")
    public Uni<Response> removeKey(
            @PathParam("id") String id,
            @PathParam("kid") String kid,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Existing account = existing(id, seen);
        KeyId key = KeyIds.inPath(kid);
        return ACCOUNTS.one(accounts.removeKey(account, key));
    }

    @POST
    @Path("/service-accounts/{id}/disablement")
    @Operation(operationId = "disableServiceAccount", summary = "Let a service in no more")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "not-possible-for-service")
    public Uni<Response> disable(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        return ACCOUNTS.one(accounts.disable(existing(id, seen)));
    }

    @POST
    @Path("/service-accounts/{id}/enablement")
    @Operation(operationId = "enableServiceAccount", summary = "Let a service in again")
    @APIResponseSchema(value = ServiceAccountBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "not-possible-for-service")
    public Uni<Response> enable(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        return ACCOUNTS.one(accounts.enable(existing(id, seen)));
    }

    private static Field<Role> roleUnder(Input in, Field<Profile> profile, @Nullable String name) {
        Field<Role> role = in.oneOf(Role.class, "role", name);
        return in.made("role", () -> {
            ServiceAccount.checkRole(profile.get(), role.get());
            return role.get();
        });
    }

    private Existing existing(String id, @Nullable String seen) {
        return new Existing(callers.caller(), id(id), Headers.ifMatch(seen), source.network());
    }

    private static UserId id(String raw) {
        return new UserId(Input.pathId(raw));
    }
}
