package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** On which account of the ERP each company is billed. */
public interface ErpAccounts {

    Uni<Optional<ErpAccount>> of(CompanyId company);

    /** Takes the place of the one before. */
    Uni<Void> name(CompanyId company, ErpAccount account);
}
