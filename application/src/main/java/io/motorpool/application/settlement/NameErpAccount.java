package io.motorpool.application.settlement;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;

/** Says on which account of the ERP a company is billed from now on. */
public interface NameErpAccount {

    Uni<Decision<ErpAccount, Refusal>> name(Caller caller, CompanyId company, ErpAccount account);
}
