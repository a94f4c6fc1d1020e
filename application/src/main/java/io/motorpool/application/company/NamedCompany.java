package io.motorpool.application.company;

import io.motorpool.application.shared.Permit;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;

/** The question before anything is said of a company that the caller named: is it there, and may the caller? */
public final class NamedCompany {

    private NamedCompany() {}

    public static Uni<Decision<CompanyId, Refusal>> permit(
            Companies companies, Caller caller, Permission permission, CompanyId company) {
        return companies
                .find(company)
                .map(found -> Permit.to(caller, permission, Thing.COMPANY, found.map(Versioned::value), Company::id)
                        .widened()
                        .map(Company::id));
    }
}
