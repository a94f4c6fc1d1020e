package io.motorpool.application.company;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** All companies, those that have left among them. */
public interface Companies {

    Uni<Optional<Versioned<Company>>> find(CompanyId id);

    /** Those of them that are there. */
    Uni<Set<CompanyId>> present(Collection<CompanyId> ids);

    /** For relying on it: until the unit of work ends it stays as it is. Others may rely on it at the same time. */
    Uni<Optional<Versioned<Company>>> hold(CompanyId id);

    /** For retiring it: waits for all who rely on it, and lets nobody begin to until the unit of work ends. */
    Uni<Optional<Versioned<Company>>> lock(CompanyId id);

    /**
     * Stores a new company, unless one that has not left is registered under its business number. Which of two racing
     * callers comes first, the store decides.
     */
    Uni<Decision<Version, CompanyRefusal>> add(Company company);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<Company> changed);

    /** In order of their id. */
    Uni<Page<Versioned<Company>>> list(CompanyScope scope, Page.Request page);
}
