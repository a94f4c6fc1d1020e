package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.shared.CompanyId;
import org.junit.jupiter.api.Test;

/** What every keeper of the ERP's accounts promises. */
public interface ErpAccountsContract extends SettlementGround {

    @Test
    default void a_company_has_the_account_that_was_named_last() {
        CompanyId company = givenCompany();
        CompanyId other = givenCompany();

        assertThat(inTransaction(() -> accounts().of(company))).isEmpty();
        inTransaction(() -> accounts().name(company, new ErpAccount("0017100001")));
        assertThat(inTransaction(() -> accounts().of(company))).contains(new ErpAccount("0017100001"));
        inTransaction(() -> accounts().name(company, new ErpAccount("1")));
        assertThat(inTransaction(() -> accounts().of(company))).contains(new ErpAccount("1"));
        assertThat(inTransaction(() -> accounts().of(other))).isEmpty();
    }
}
