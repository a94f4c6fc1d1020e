package io.motorpool.domain.company;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aCompanyThatLeft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final BusinessNumber NUMBER = new BusinessNumber("1208147521");

    @Test
    void a_registered_company_is_a_client_at_once() {
        assertThat(Company.register(HANBIT, "한빛물류", NUMBER, BillingPolicy.POSTPAID))
                .isEqualTo(new Company(HANBIT, "한빛물류", NUMBER, BillingPolicy.POSTPAID, CompanyStatus.ACTIVE));
    }

    @Test
    void a_company_changes_its_name_and_billing_but_never_its_number() {
        assertThat(accepted(aCompany().change("한빛로지스", BillingPolicy.MEMBER_CARD)))
                .isEqualTo(new Company(HANBIT, "한빛로지스", NUMBER, BillingPolicy.MEMBER_CARD, CompanyStatus.ACTIVE));
    }

    @Test
    void a_company_with_nothing_left_to_do_can_leave() {
        Company left = accepted(aCompany().retire(0, 0));

        assertThat(left).isEqualTo(aCompanyThatLeft());
        assertThat(left.isActive()).isFalse();
    }

    @Test
    void a_company_with_a_reservation_or_a_vehicle_cannot_leave() {
        assertThat(refused(aCompany().retire(1, 0))).isEqualTo(new CompanyRefusal.StillInUse(1, 0));
        assertThat(refused(aCompany().retire(0, 1))).isEqualTo(new CompanyRefusal.StillInUse(0, 1));
    }

    @Test
    void a_company_that_left_is_no_longer_changed() {
        assertThat(refused(aCompanyThatLeft().change("한빛로지스", BillingPolicy.POSTPAID)))
                .isEqualTo(new CompanyRefusal.CompanyRetired());
        assertThat(refused(aCompanyThatLeft().retire(0, 0))).isEqualTo(new CompanyRefusal.CompanyRetired());
    }

    @Test
    void a_name_has_one_to_a_hundred_characters() {
        assertThat(named("가".repeat(100)).name()).hasSize(100);
        assertThatThrownBy(() -> named("가".repeat(101))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> named(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Company named(String name) {
        return Company.register(HANBIT, name, NUMBER, BillingPolicy.POSTPAID);
    }
}
