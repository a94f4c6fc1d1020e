package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.VersionedTable;
import io.motorpool.application.identity.ServiceAccounts;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The table of services. Their list is the division's, and is never narrowed. */
@ApplicationScoped
public class PostgresServiceAccounts implements ServiceAccounts {

    private static final VersionedTable<ServiceAccountRow, ServiceAccount> TABLE = new VersionedTable<>(
            ServiceAccountRow.class,
            "service_account",
            "companyId",
            row -> row.id,
            ServiceAccountMapper::account,
            ServiceAccountMapper::row);

    @Override
    public Uni<Optional<Versioned<ServiceAccount>>> find(UserId id) {
        return TABLE.find(id.value());
    }

    @Override
    public Uni<Optional<Versioned<ServiceAccount>>> hold(UserId id) {
        return TABLE.hold(id.value());
    }

    @Override
    public Uni<Optional<Versioned<ServiceAccount>>> lock(UserId id) {
        return TABLE.lock(id.value());
    }

    @Override
    public Uni<Version> add(ServiceAccount account) {
        ServiceAccountRow row = ServiceAccountMapper.row(new Versioned<>(account, Version.FIRST));
        return Sql.change(
                        """
                        INSERT INTO service_account (id, version, name, profile, company_id, role, public_keys, enabled)
                        VALUES (:id, :version, :name, :profile, CAST(NULLIF(:company, '') AS uuid), :role, :keys, :enabled)""",
                        Map.of(
                                "id", row.id,
                                "version", row.version,
                                "name", row.name,
                                "profile", row.profile,
                                "company", row.companyId == null ? "" : row.companyId.toString(),
                                "role", row.role.name(),
                                "keys", row.publicKeys,
                                "enabled", row.enabled))
                .replaceWith(Version.FIRST);
    }

    @Override
    public Uni<Version> save(Versioned<ServiceAccount> changed) {
        return TABLE.save(changed);
    }

    @Override
    public Uni<Page<Versioned<ServiceAccount>>> list(Page.Request page) {
        return TABLE.list(new CompanyScope.Every(), page);
    }
}
