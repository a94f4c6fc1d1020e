package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in memory. */
public final class InMemoryErpAccounts implements ErpAccounts {

    private final Map<CompanyId, ErpAccount> rows = new ConcurrentHashMap<>();

    @Override
    public Uni<Optional<ErpAccount>> of(CompanyId company) {
        return Uni.createFrom().item(() -> now(company));
    }

    Optional<ErpAccount> now(CompanyId company) {
        return Optional.ofNullable(rows.get(company));
    }

    @Override
    public Uni<Void> name(CompanyId company, ErpAccount account) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(company, account));
    }
}
