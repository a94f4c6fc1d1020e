package io.motorpool.application.company;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Answers from views. */
public final class CompanyQueriesService implements CompanyQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Members members;

    public CompanyQueriesService(UnitOfWork unitOfWork, Companies companies, Members members) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.members = members;
    }

    @Override
    public Uni<Decision<CompanyView, Refusal>> company(Caller caller, CompanyId company) {
        return unitOfWork.reading(() -> companies
                .find(company)
                .map(found -> permitted(caller, Permission.READ_COMPANY, found).map(CompanyView::of)));
    }

    @Override
    public Uni<Decision<Page<CompanyView>, Refusal>> companies(Caller caller, Page.Request page) {
        CompanyScope scope = CompanyScope.of(caller, Optional.empty());
        return Proceed.with(
                Permit.anywhere(caller, Permission.READ_COMPANY),
                _ -> unitOfWork.reading(
                        () -> companies.list(scope, page).map(found -> Decision.accept(found.map(CompanyView::of)))));
    }

    @Override
    public Uni<Decision<MemberView, Refusal>> member(Caller caller, MemberId member) {
        return unitOfWork.reading(
                () -> members.find(member).map(found -> permitted(caller, found).map(MemberView::of)));
    }

    private static Decision<Versioned<Member>, Refusal> permitted(Caller caller, Optional<Versioned<Member>> found) {
        return found.filter(stored -> isOwn(caller, stored.value()))
                .<Decision<Versioned<Member>, Refusal>>map(Decision::accept)
                .orElseGet(() -> Permit.to(
                                caller,
                                Permission.READ_MEMBERS,
                                Thing.MEMBER,
                                found,
                                stored -> stored.value().company())
                        .widened());
    }

    private static boolean isOwn(Caller caller, Member member) {
        return caller.reaches(member.company()) && caller.user().equals(member.user());
    }

    @Override
    public Uni<Decision<Page<MemberView>, Refusal>> members(Caller caller, CompanyId company, Page.Request page) {
        CompanyScope scope = CompanyScope.of(caller, Optional.of(company));
        return unitOfWork.reading(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        permitted(caller, Permission.READ_MEMBERS, found),
                        _ -> members.list(scope, page).map(listed -> Decision.accept(listed.map(MemberView::of))))));
    }

    private static Decision<Versioned<Company>, Refusal> permitted(
            Caller caller, Permission permission, Optional<Versioned<Company>> found) {
        return Permit.to(
                        caller,
                        permission,
                        Thing.COMPANY,
                        found,
                        stored -> stored.value().id())
                .widened();
    }
}
