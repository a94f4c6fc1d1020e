package io.motorpool.application.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.APRIL;
import static io.motorpool.application.drivinglog.LogFixtures.MARCH;
import static io.motorpool.application.drivinglog.LogFixtures.aClosing;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.shared.CompanyId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of closed periods promises. */
public interface LogClosingsContract extends LogGround {

    LogClosings closings();

    @Test
    default void closings_are_found_as_they_were_added_in_order_of_their_periods() {
        CompanyId company = givenCompany();
        LogClosing april = aClosing(company, APRIL);
        LogClosing march = aClosing(company, MARCH);

        assertThat(add(april)).isTrue();
        assertThat(add(march)).isTrue();

        assertThat(of(company)).containsExactly(march, april);
        assertThat(of(givenCompany())).isEmpty();
    }

    @Test
    default void a_day_is_closed_once() {
        CompanyId company = givenCompany();
        TaxPeriod across = new TaxPeriod(MARCH.until(), APRIL.from());
        assertThat(add(aClosing(company, MARCH))).isTrue();

        assertThat(add(aClosing(company, across))).isFalse();
        assertThat(add(aClosing(company, MARCH))).isFalse();
        assertThat(add(aClosing(givenCompany(), across))).isTrue();
        assertThat(of(company)).hasSize(1);
    }

    @Test
    default void of_several_who_close_at_once_one_does() {
        CompanyId company = givenCompany();

        List<Boolean> closed = AtOnce.times(6, () -> add(aClosing(company, MARCH)));

        assertThat(closed).containsOnlyOnce(true);
        assertThat(of(company)).hasSize(1);
    }

    private boolean add(LogClosing closing) {
        return inTransaction(() -> closings().add(closing));
    }

    private List<LogClosing> of(CompanyId company) {
        return inTransaction(() -> closings().of(company));
    }
}
