package io.motorpool.application.company;

import io.motorpool.application.shared.Permit;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyRefusal.CompanyRetired;
import io.motorpool.domain.shared.Versioned;
import java.util.Optional;

/** The question before anything is added to a company: is it there, may the caller, and is it still a client? */
public final class ActiveCompany {

    private ActiveCompany() {}

    public static Decision<Company, Refusal> permit(
            Caller caller, Permission permission, Optional<Versioned<Company>> found) {
        return Permit.to(caller, permission, Thing.COMPANY, found.map(Versioned::value), Company::id)
                .widened()
                .then(company -> company.isActive() ? Decision.accept(company) : Decision.refuse(new CompanyRetired()));
    }
}
