package io.motorpool.adapters.rest.company;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.company.CompanyQueries;
import io.motorpool.application.company.LookAfterMembers;
import io.motorpool.application.company.MemberView;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.UserId;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Members of companies. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Companies")
class MembersResource {

    private final LookAfterMembers members;
    private final CompanyQueries queries;
    private final CallerSource callers;

    MembersResource(LookAfterMembers members, CompanyQueries queries, CallerSource callers) {
        this.members = members;
        this.queries = queries;
        this.callers = callers;
    }

    @Schema(name = "NewLicence")
    record LicenceBody(
            @Schema(required = true, implementation = LicenceClass.class) @Nullable
            String licenceClass,

            @Schema(required = true, format = "date", examples = "2031-05-31") @Nullable
            String expiry) {}

    @Schema(name = "EnrolMember")
    record EnrolBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f71") @Nullable
            String user,

            @Schema(required = true, maxLength = 60, examples = "김민수") @Nullable
            String name,

            @Schema(required = true, maxLength = 60, examples = "영업팀") @Nullable
            String department,

            @Schema(required = true, implementation = MemberRole.class) @Nullable
            String role,

            @Schema(required = true, examples = "true") @Nullable
            Boolean acceptsHandOver,

            @Nullable LicenceBody licence) {}

    @Schema(name = "ChangeMember")
    record ChangeBody(
            @Schema(required = true, maxLength = 60, examples = "김민수") @Nullable
            String name,

            @Schema(required = true, maxLength = 60, examples = "영업팀") @Nullable
            String department,

            @Schema(required = true, implementation = MemberRole.class) @Nullable
            String role,

            @Schema(required = true, examples = "true") @Nullable
            Boolean acceptsHandOver,

            @Nullable LicenceBody licence) {}

    @Schema(name = "Licence")
    record LicenceView(
            @Schema(required = true) LicenceClass licenceClass,
            @Schema(required = true) LocalDate expiry) {}

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "MemberPage")
    record MemberPage(
            @Schema(required = true) List<MemberBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "Member")
    record MemberBody(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID company,
            @Schema(required = true) UUID user,
            @Schema(required = true) String name,
            @Schema(required = true) String department,
            @Schema(required = true) MemberRole role,
            @Schema(required = true) boolean acceptsHandOver,
            @Nullable LicenceView licence,
            @Schema(required = true) MemberStatus status) {

        static MemberBody of(MemberView view) {
            Licence licence = view.licence();
            return new MemberBody(
                    view.id().value(),
                    view.company().value(),
                    view.user().value(),
                    view.profile().name().value(),
                    view.profile().department(),
                    view.profile().role(),
                    view.profile().acceptsHandOver(),
                    licence == null ? null : new LicenceView(licence.licenceClass(), licence.expiry()),
                    view.status());
        }
    }

    /** Name and the rest of a member's profile, as both operations take them. */
    private static Field<MemberProfile> profile(
            Input in,
            @Nullable String name,
            @Nullable String department,
            @Nullable String role,
            @Nullable Boolean acceptsHandOver) {
        Field<PersonName> read = in.required("name", name, PersonName::new);
        Field<String> team = in.required("department", department, MembersResource::department);
        Field<MemberRole> as = in.oneOf(MemberRole.class, "role", role);
        Field<Boolean> accepts = in.given("acceptsHandOver", acceptsHandOver);
        return read.orNull() == null || team.orNull() == null || as.orNull() == null || accepts.orNull() == null
                ? in.absent()
                : in.made("department", () -> new MemberProfile(read.get(), team.get(), as.get(), accepts.get()));
    }

    private static String department(String raw) {
        Text.check("a department", raw, MemberProfile.LONGEST_DEPARTMENT);
        return raw;
    }

    private static Field<Licence> licence(Input in, @Nullable LicenceBody body) {
        if (body == null) {
            return in.absent();
        }
        Field<LicenceClass> licenceClass = in.oneOf(LicenceClass.class, "licence.licenceClass", body.licenceClass());
        Field<LocalDate> expiry = in.date("licence.expiry", body.expiry());
        return licenceClass.orNull() == null || expiry.orNull() == null
                ? in.absent()
                : in.made("licence", () -> new Licence(licenceClass.get(), expiry.get()));
    }

    @POST
    @Path("/companies/{id}/members")
    @Operation(operationId = "enrolMember", summary = "Enrol a member")
    @APIResponseSchema(value = MemberBody.class, responseCode = "201", responseDescription = "Enrolled")
    public Uni<Response> create(@PathParam("id") String id, @Nullable EnrolBody body) {
        EnrolBody said = Input.body(body);
        Input in = new Input();
        Field<UUID> user = in.id("user", said.user());
        Field<MemberProfile> profile = profile(in, said.name(), said.department(), said.role(), said.acceptsHandOver());
        Field<Licence> licence = licence(in, said.licence());
        var enrolment = in.build(() -> new LookAfterMembers.Enrolment(
                callers.caller(),
                new CompanyId(Input.pathId(id)),
                new UserId(user.get()),
                profile.get(),
                licence.orNull()));
        return members.enrol(enrolment)
                .map(decision -> Answers.created(
                        decision, view -> "/api/v1/members/" + view.id(), MemberView::version, MemberBody::of));
    }

    @GET
    @Path("/companies/{id}/members")
    @Operation(operationId = "listMembers", summary = "Members, in the order of their enrolment")
    @APIResponseSchema(value = MemberPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Input in = new Input();
        Field<Page.Request> page = in.page(limit, cursor);
        Page.Request asked = in.build(page::get);
        return queries.members(callers.caller(), new CompanyId(Input.pathId(id)), asked)
                .map(decision -> Answers.ok(decision, found -> Answers.page(found.map(MemberBody::of))));
    }

    @GET
    @Path("/members/{id}")
    @Operation(operationId = "getMember", summary = "One member")
    @APIResponseSchema(value = MemberBody.class, responseCode = "200", responseDescription = "The membership")
    public Uni<Response> one(@PathParam("id") String id) {
        return queries.member(callers.caller(), new MemberId(Input.pathId(id)))
                .map(decision -> Answers.ok(decision, MemberView::version, MemberBody::of));
    }

    @PUT
    @Path("/members/{id}")
    @Operation(operationId = "changeMember", summary = "Change what is kept about a member")
    @APIResponseSchema(
            value = MemberBody.class,
            responseCode = "200",
            responseDescription = "The membership as it is now")
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable ChangeBody body) {
        Version version = Input.ifMatch(seen);
        ChangeBody said = Input.body(body);
        Input in = new Input();
        Field<MemberProfile> profile = profile(in, said.name(), said.department(), said.role(), said.acceptsHandOver());
        Field<Licence> licence = licence(in, said.licence());
        var change = in.build(() -> new LookAfterMembers.Change(
                callers.caller(), new MemberId(Input.pathId(id)), version, profile.get(), licence.orNull()));
        return members.change(change).map(decision -> Answers.ok(decision, MemberView::version, MemberBody::of));
    }

    @POST
    @Path("/members/{id}/retirement")
    @Operation(operationId = "retireMember", summary = "The member leaves the company")
    @APIResponseSchema(
            value = MemberBody.class,
            responseCode = "200",
            responseDescription = "The membership as it is now")
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen) {
        Version version = Input.ifMatch(seen);
        return members.retire(callers.caller(), new MemberId(Input.pathId(id)), version)
                .map(decision -> Answers.ok(decision, MemberView::version, MemberBody::of));
    }
}
