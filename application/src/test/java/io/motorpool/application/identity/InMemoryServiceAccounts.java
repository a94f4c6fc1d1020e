package io.motorpool.application.identity;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Services in memory. */
final class InMemoryServiceAccounts implements ServiceAccounts {

    private static final CompanyId OF_NO_COMPANY = new CompanyId(new UUID(0, 0));

    private final VersionedMap<ServiceAccount> rows =
            new VersionedMap<>(account -> account.id().value(), _ -> OF_NO_COMPANY);

    @Override
    public Uni<Optional<Versioned<ServiceAccount>>> find(UserId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<ServiceAccount>>> hold(UserId id) {
        return find(id);
    }

    @Override
    public Uni<Optional<Versioned<ServiceAccount>>> lock(UserId id) {
        return find(id);
    }

    @Override
    public Uni<Version> add(ServiceAccount account) {
        return Uni.createFrom().item(() -> rows.add(account));
    }

    @Override
    public Uni<Version> save(Versioned<ServiceAccount> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<ServiceAccount>>> list(Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(new CompanyScope.Every(), _ -> true, page));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
