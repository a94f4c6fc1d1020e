package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.settlement.ErpAccounts;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The table of accounts. */
@ApplicationScoped
public class PostgresErpAccounts implements ErpAccounts {

    @Override
    public Uni<Optional<ErpAccount>> of(CompanyId company) {
        return Sql.read(
                        "SELECT number FROM erp_account WHERE company_id = :company",
                        Map.of("company", company.value()),
                        columns -> new ErpAccount(columns.text()))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Void> name(CompanyId company, ErpAccount account) {
        return Sql.change("""
                        INSERT INTO erp_account (company_id, number) VALUES (:company, :number)
                        ON CONFLICT (company_id) DO UPDATE SET number = excluded.number""", Map.of("company", company.value(), "number", account.number()))
                .replaceWithVoid();
    }
}
