package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.CompanyQueries;
import io.motorpool.application.company.CompanyQueriesService;
import io.motorpool.application.company.CompanyUse;
import io.motorpool.application.company.LookAfterCompanies;
import io.motorpool.application.company.LookAfterCompaniesService;
import io.motorpool.application.company.LookAfterMembers;
import io.motorpool.application.company.LookAfterMembersService;
import io.motorpool.application.company.MemberCompanion;
import io.motorpool.application.company.Members;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the company context. */
@ApplicationScoped
class CompanyUseCases {

    @Produces
    @Singleton
    LookAfterCompanies companies(
            UnitOfWork unitOfWork,
            Companies companies,
            CompanyUse use,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterCompaniesService(unitOfWork, companies, use, journal, clock, nextId);
    }

    @Produces
    @Singleton
    LookAfterMembers members(
            UnitOfWork unitOfWork,
            Companies companies,
            Members members,
            CompanyUse use,
            MemberCompanion companion,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterMembersService(unitOfWork, companies, members, use, companion, journal, clock, nextId);
    }

    @Produces
    @Singleton
    CompanyQueries queries(UnitOfWork unitOfWork, Companies companies, Members members) {
        return new CompanyQueriesService(unitOfWork, companies, members);
    }
}
