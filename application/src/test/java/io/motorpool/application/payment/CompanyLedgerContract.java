package io.motorpool.application.payment;

import static io.motorpool.application.payment.PaymentFixtures.postpaid;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every ledger keeps. */
public interface CompanyLedgerContract extends PortContract {

    CompanyLedger ledger();

    CompanyId givenCompany();

    /** Somebody's reservation of one of the company's vehicles. */
    ReservationId givenReservation(CompanyId company);

    @Test
    default void what_is_owed_and_what_is_taken_back_add_up() {
        CompanyId company = givenCompany();
        ReservationAccount.Changed owed = postpaid(givenReservation(company), company);
        append(owed.entries());
        assertThat(balance(company)).isEqualTo(new Amount(6_000));

        append(owed.account().calledOff(MONDAY_8AM).entries());

        assertThat(balance(company)).isEqualTo(Amount.NONE);
        assertThat(list(company))
                .extracting(LedgerEntry::amount)
                .containsExactlyInAnyOrder(new Amount(6_000), new Amount(-6_000));
    }

    @Test
    default void what_is_appended_twice_is_owed_once() {
        CompanyId company = givenCompany();
        List<LedgerEntry> entries = postpaid(givenReservation(company), company).entries();
        append(entries);
        append(entries);

        assertThat(list(company)).isEqualTo(entries);
    }

    @Test
    default void a_company_sees_its_own_entries_only_page_after_page() {
        CompanyId company = givenCompany();
        List<LedgerEntry> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.addAll(postpaid(givenReservation(company), company).entries());
        }
        append(all);
        append(ofAnother());

        assertThat(list(company)).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<LedgerEntry> ofAnother() {
        CompanyId another = givenCompany();
        return postpaid(givenReservation(another), another).entries();
    }

    private void append(List<LedgerEntry> entries) {
        var _ = inTransaction(() -> ledger().append(entries).replaceWith(true));
    }

    private Amount balance(CompanyId company) {
        return inTransaction(() -> ledger().balance(company));
    }

    /** In pages of two. */
    private List<LedgerEntry> list(CompanyId company) {
        List<LedgerEntry> all = new ArrayList<>();
        Optional<Page.Cursor> after = Optional.empty();
        do {
            var request = new Page.Request(2, after);
            Page<LedgerEntry> page = inTransaction(() -> ledger().list(company, request));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
