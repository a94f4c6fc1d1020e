package io.motorpool.application.company;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.company.CompanyRefusal.BusinessNumberTaken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Companies in memory. Nobody waits for a lock here. */
public final class InMemoryCompanies implements Companies {

    private final VersionedMap<Company> rows =
            new VersionedMap<>(company -> company.id().value(), Company::id);

    @Override
    public Uni<Optional<Versioned<Company>>> find(CompanyId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Set<CompanyId>> present(Collection<CompanyId> ids) {
        return Uni.createFrom()
                .item(() -> ids.stream()
                        .filter(id -> rows.find(id.value()).isPresent())
                        .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Optional<Versioned<Company>>> hold(CompanyId id) {
        return find(id);
    }

    @Override
    public Uni<Optional<Versioned<Company>>> lock(CompanyId id) {
        return find(id);
    }

    @Override
    public Uni<Decision<Version, CompanyRefusal>> add(Company company) {
        return Uni.createFrom().item(() -> addUnlessTaken(company));
    }

    private Decision<Version, CompanyRefusal> addUnlessTaken(Company company) {
        synchronized (rows) {
            boolean taken = rows.values()
                    .filter(Company::isActive)
                    .anyMatch(other -> other.businessNumber().equals(company.businessNumber()));
            return taken
                    ? Decision.refuse(new BusinessNumberTaken(company.businessNumber()))
                    : Decision.accept(rows.add(company));
        }
    }

    @Override
    public Uni<Version> save(Versioned<Company> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<Company>>> list(CompanyScope scope, Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(scope, _ -> true, page));
    }
}
