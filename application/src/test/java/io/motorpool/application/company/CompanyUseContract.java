package io.motorpool.application.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.company.CompanyUse.OfCompany;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import org.junit.jupiter.api.Test;

/** What everybody who counts what rests on companies promises. */
public interface CompanyUseContract extends PortContract {

    CompanyUse use();

    CompanyId givenCompany();

    void givenVehicle(CompanyId company);

    /** One that has left the fleet. */
    void givenFormerVehicle(CompanyId company);

    /** One that waits for its driver, on a vehicle that was given. */
    void givenReservation(CompanyId company, UserId driver);

    /** One that is over. */
    void givenFormerReservation(CompanyId company, UserId driver);

    @Test
    default void nothing_rests_on_a_new_company() {
        CompanyId company = givenCompany();

        assertThat(inTransaction(() -> use().of(company))).isEqualTo(new OfCompany(0, 0));
        assertThat(inTransaction(() -> use().activeReservations(company, new UserId(Ids.next()))))
                .isZero();
    }

    @Test
    default void what_is_running_counts_and_what_is_over_does_not() {
        CompanyId company = givenCompany();
        UserId driver = new UserId(Ids.next());
        givenVehicle(company);
        givenFormerVehicle(company);
        givenReservation(company, driver);
        givenFormerReservation(company, driver);

        assertThat(inTransaction(() -> use().of(company))).isEqualTo(new OfCompany(1, 1));
        assertThat(inTransaction(() -> use().activeReservations(company, driver)))
                .isEqualTo(1);
    }

    @Test
    default void what_rests_on_others_does_not_count() {
        CompanyId company = givenCompany();
        UserId driver = new UserId(Ids.next());
        CompanyId other = givenCompany();
        givenVehicle(other);
        givenReservation(other, driver);

        assertThat(inTransaction(() -> use().of(company))).isEqualTo(new OfCompany(0, 0));
        assertThat(inTransaction(() -> use().activeReservations(company, driver)))
                .isZero();
    }
}
