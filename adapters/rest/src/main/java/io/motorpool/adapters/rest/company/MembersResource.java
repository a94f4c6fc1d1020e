package io.motorpool.adapters.rest.company;

import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Representation;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.company.CompanyQueries;
import io.motorpool.application.company.LookAfterMembers;
import io.motorpool.application.company.LookAfterMembers.Change;
import io.motorpool.application.company.LookAfterMembers.Enrolment;
import io.motorpool.application.company.MemberView;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
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

    private static final Representation<MemberView> MEMBERS =
            new Representation<>("/api/v1/members", MemberView::id, MemberView::version, MemberBody::of);

    private final LookAfterMembers members;
    private final CompanyQueries queries;
    private final CallerSource callers;

    MembersResource(LookAfterMembers members, CompanyQueries queries, CallerSource callers) {
        this.members = members;
        this.queries = queries;
        this.callers = callers;
    }

    /** What both bodies say of a member. */
    sealed interface ProfileBody {

        @Nullable
        String name();

        @Nullable
        String department();

        @Nullable
        String role();

        @Nullable
        Boolean acceptsHandOver();

        @Nullable
        LicenceBody licence();

        default Field<MemberProfile> profile(Input in) {
            Field<PersonName> called = in.required("name", name(), PersonName::new);
            Field<String> team = in.text("department", department(), MemberProfile.LONGEST_DEPARTMENT);
            Field<MemberRole> as = in.oneOf(MemberRole.class, "role", role());
            Field<Boolean> accepts = in.given("acceptsHandOver", acceptsHandOver());
            return in.made("body", () -> new MemberProfile(called.get(), team.get(), as.get(), accepts.get()));
        }

        default Field<Licence> licence(Input in) {
            LicenceBody said = licence();
            return said == null ? in.absent() : said.read(in);
        }
    }

    @Schema(name = "NewLicence")
    record LicenceBody(
            @Schema(required = true, implementation = LicenceClass.class) @Nullable
            String licenceClass,

            @Schema(required = true, format = "date", examples = "2031-05-31") @Nullable
            String expiry) {

        private Field<Licence> read(Input in) {
            Field<LicenceClass> held = in.oneOf(LicenceClass.class, "licence.licenceClass", licenceClass);
            Field<LocalDate> until = in.date("licence.expiry", expiry);
            return in.made("licence", () -> new Licence(held.get(), until.get()));
        }
    }

    @Schema(name = "EnrolMember")
    record EnrolBody(
            @Schema(required = true, format = "uuid", examples = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f71") @Nullable
            String user,

            @Schema(required = true, minLength = 1, maxLength = PersonName.LONGEST, examples = "김민수") @Nullable
            String name,

            @Schema(required = true, minLength = 1, maxLength = MemberProfile.LONGEST_DEPARTMENT, examples = "영업팀")
            @Nullable
            String department,

            @Schema(required = true, implementation = MemberRole.class) @Nullable
            String role,

            @Schema(required = true, examples = "true") @Nullable
            Boolean acceptsHandOver,

            @Nullable LicenceBody licence)
            implements ProfileBody {

        Enrolment into(CompanyId company, Caller caller) {
            Input in = new Input();
            Field<UUID> id = in.id("user", user);
            Field<MemberProfile> profile = profile(in);
            Field<Licence> drives = licence(in);
            return in.build(() -> new Enrolment(caller, company, new UserId(id.get()), profile.get(), drives.orNull()));
        }
    }

    @Schema(name = "ChangeMember")
    record ChangeBody(
            @Schema(required = true, minLength = 1, maxLength = PersonName.LONGEST, examples = "김민수") @Nullable
            String name,

            @Schema(required = true, minLength = 1, maxLength = MemberProfile.LONGEST_DEPARTMENT, examples = "영업팀")
            @Nullable
            String department,

            @Schema(required = true, implementation = MemberRole.class) @Nullable
            String role,

            @Schema(required = true, examples = "true") @Nullable
            Boolean acceptsHandOver,

            @Nullable LicenceBody licence)
            implements ProfileBody {

        Change of(MemberId member, Version seen, Caller caller) {
            Input in = new Input();
            Field<MemberProfile> profile = profile(in);
            Field<Licence> drives = licence(in);
            return in.build(() -> new Change(caller, member, seen, profile.get(), drives.orNull()));
        }
    }

    @Schema(name = "Licence")
    record LicenceView(
            @Schema(required = true) LicenceClass licenceClass,
            @Schema(required = true) LocalDate expiry) {

        static @Nullable LicenceView of(@Nullable Licence licence) {
            return licence == null ? null : new LicenceView(licence.licenceClass(), licence.expiry());
        }
    }

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
            return new MemberBody(
                    view.id().value(),
                    view.company().value(),
                    view.user().value(),
                    view.profile().name().value(),
                    view.profile().department(),
                    view.profile().role(),
                    view.profile().acceptsHandOver(),
                    LicenceView.of(view.licence()),
                    view.status());
        }
    }

    @POST
    @Path("/companies/{id}/members")
    @Operation(operationId = "enrolMember", summary = "Enrol a member")
    @APIResponseSchema(value = MemberBody.class, responseCode = "201", responseDescription = "Enrolled")
    @Refuses(conflicts = {"already-member", "company-retired"})
    public Uni<Response> create(@PathParam("id") String id, @Nullable EnrolBody body) {
        CompanyId company = new CompanyId(Input.pathId(id));
        return MEMBERS.created(members.enrol(Input.body(body).into(company, callers.caller())));
    }

    @GET
    @Path("/companies/{id}/members")
    @Operation(operationId = "listMembers", summary = "Members, in the order of their enrolment")
    @APIResponseSchema(value = MemberPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> list(@PathParam("id") String id, @BeanParam Paging paging) {
        CompanyId company = new CompanyId(Input.pathId(id));
        return MEMBERS.page(queries.members(callers.caller(), company, paging.request()));
    }

    @GET
    @Path("/members/{id}")
    @Operation(operationId = "getMember", summary = "One member")
    @APIResponseSchema(value = MemberBody.class, responseCode = "200", responseDescription = "The membership")
    public Uni<Response> one(@PathParam("id") String id) {
        return MEMBERS.one(queries.member(callers.caller(), id(id)));
    }

    @PUT
    @Path("/members/{id}")
    @Operation(operationId = "changeMember", summary = "Change what is kept about a member")
    @APIResponseSchema(value = MemberBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = "member-retired")
    public Uni<Response> change(
            @PathParam("id") String id,
            @HeaderParam(Headers.IF_MATCH) @Nullable String seen,
            @Nullable ChangeBody body) {
        Version version = Headers.ifMatch(seen);
        return MEMBERS.one(members.change(Input.body(body).of(id(id), version, callers.caller())));
    }

    @POST
    @Path("/members/{id}/retirement")
    @Operation(operationId = "retireMember", summary = "The member leaves the company")
    @APIResponseSchema(value = MemberBody.class, responseCode = "200", responseDescription = "As it is now")
    @Refuses(conflicts = {"member-retired", "still-in-use"})
    public Uni<Response> retire(@PathParam("id") String id, @HeaderParam(Headers.IF_MATCH) @Nullable String seen) {
        Version version = Headers.ifMatch(seen);
        return MEMBERS.one(members.retire(callers.caller(), id(id), version));
    }

    private static MemberId id(String raw) {
        return new MemberId(Input.pathId(raw));
    }
}
