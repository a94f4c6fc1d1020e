package io.motorpool.application.settlement;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.ActiveCompany;
import io.motorpool.application.company.Companies;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down who named it, and what it was before. */
public final class NameErpAccountService implements NameErpAccount {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final ErpAccounts accounts;
    private final Journal journal;

    public NameErpAccountService(UnitOfWork unitOfWork, Companies companies, ErpAccounts accounts, Journal journal) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.accounts = accounts;
        this.journal = journal;
    }

    @Override
    public Uni<Decision<ErpAccount, Refusal>> name(Caller caller, CompanyId company, ErpAccount account) {
        return unitOfWork.inTransaction(() -> companies
                .hold(company)
                .chain(found -> Proceed.with(
                        ActiveCompany.permit(caller, Permission.EDIT_SETTLEMENTS, found),
                        _ -> accounts.of(company).chain(before -> store(caller, company, before, account)))));
    }

    private Uni<Decision<ErpAccount, Refusal>> store(
            Caller caller, CompanyId company, Optional<ErpAccount> before, ErpAccount account) {
        if (before.filter(account::equals).isPresent()) {
            return Proceed.done(account);
        }
        Deed deed = new Deed(caller, Permission.EDIT_SETTLEMENTS, "name-erp-account", Optional.empty());
        Effect effect = new Effect(
                company,
                company.value(),
                before.map(it -> Map.of("erpAccount", it.number())).orElse(Map.of()),
                Map.of("erpAccount", account.number()));
        return accounts.name(company, account)
                .chain(() -> journal.write(deed, List.of(effect), List.of()))
                .replaceWith(() -> Decision.accept(account));
    }
}
