package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.VersionedTable;
import io.motorpool.application.company.Companies;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.company.CompanyRefusal.BusinessNumberTaken;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company table. A company belongs to itself, so its id is what a list is narrowed by. */
@ApplicationScoped
public class PostgresCompanies implements Companies {

    private static final VersionedTable<CompanyRow, Company> TABLE = new VersionedTable<>(
            CompanyRow.class, "company", "id", row -> row.id, CompanyMapper::company, CompanyMapper::companyRow);

    @Override
    public Uni<Optional<Versioned<Company>>> find(CompanyId id) {
        return TABLE.find(id.value());
    }

    @Override
    public Uni<Set<CompanyId>> present(Collection<CompanyId> ids) {
        return Sql.read(
                        "SELECT t.id FROM company AS t WHERE t.id = ANY (CAST(:ids AS uuid[]))",
                        Map.of("ids", Rows.uuids(List.copyOf(ids), CompanyId::value)),
                        row -> new CompanyId(row.uuid()))
                .map(Set::copyOf);
    }

    @Override
    public Uni<Optional<Versioned<Company>>> hold(CompanyId id) {
        return TABLE.hold(id.value());
    }

    @Override
    public Uni<Optional<Versioned<Company>>> lock(CompanyId id) {
        return TABLE.lock(id.value());
    }

    @Override
    public Uni<Decision<Version, CompanyRefusal>> add(Company company) {
        return Sql.change(
                        """
                        INSERT INTO company (id, version, name, business_number, billing_policy, status)
                        VALUES (:id, 0, :name, :number, :billing, :status)
                        ON CONFLICT DO NOTHING""",
                        Map.of(
                                "id", company.id().value(),
                                "name", company.name(),
                                "number", company.businessNumber().digits(),
                                "billing", company.billingPolicy().name(),
                                "status", company.status().name()))
                .map(stored -> stored == 1
                        ? Decision.accept(Version.FIRST)
                        : Decision.refuse(new BusinessNumberTaken(company.businessNumber())));
    }

    @Override
    public Uni<Version> save(Versioned<Company> changed) {
        return TABLE.save(changed);
    }

    @Override
    public Uni<Page<Versioned<Company>>> list(CompanyScope scope, Page.Request page) {
        return TABLE.list(scope, page);
    }
}
