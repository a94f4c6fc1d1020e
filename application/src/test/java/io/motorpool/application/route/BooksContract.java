package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.SettlementGround;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Versioned;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What whoever keeps the books promises: a month is closed from its bill's confirmation until its reversal. */
public interface BooksContract extends SettlementGround {

    @Test
    default void a_company_that_was_never_billed_has_no_closed_months() {
        CompanyId company = givenCompany();

        assertThat(held(company)).isEqualTo(ClosedMonths.NONE);
        assertThat(inTransaction(() -> books().lock(company))).isEqualTo(ClosedMonths.NONE);
    }

    @Test
    default void a_draft_closes_nothing_and_a_confirmed_bill_its_own_month_of_its_own_company() {
        CompanyId company = givenCompany();
        Versioned<Settlement> draft = given(new Settlement.Draft(aHead(company, new Purpose.Bill(1)), null));
        assertThat(held(company)).isEqualTo(ClosedMonths.NONE);

        var _ = then(draft, new Settlement.Confirmed(draft.value().head(), SettlementGround.aConfirmation()));

        assertThat(held(company)).isEqualTo(new ClosedMonths(Set.of(NOVEMBER)));
        assertThat(held(givenCompany())).isEqualTo(ClosedMonths.NONE);
    }

    @Test
    default void a_reversal_opens_the_month_again_and_the_next_bill_closes_it() {
        CompanyId company = givenCompany();
        Versioned<Settlement> posted = givenPosted(aHead(company, new Purpose.Bill(1)));
        SettlementHead reversal =
                aHead(company, new Purpose.Reversal(posted.value().id()));

        var _ = given(new Settlement.Confirmed(reversal, SettlementGround.aConfirmation()));
        assertThat(held(company)).isEqualTo(ClosedMonths.NONE);

        var _ = givenConfirmed(aHead(company, new Purpose.Bill(2)));
        assertThat(held(company)).isEqualTo(new ClosedMonths(Set.of(NOVEMBER)));
    }

    private ClosedMonths held(CompanyId company) {
        return inTransaction(() -> books().hold(company));
    }
}
