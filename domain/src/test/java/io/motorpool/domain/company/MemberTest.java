package io.motorpool.domain.company;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.aFormerMember;
import static io.motorpool.domain.company.Fixtures.aLicence;
import static io.motorpool.domain.company.Fixtures.aMember;
import static io.motorpool.domain.company.Fixtures.aMemberWith;
import static io.motorpool.domain.company.Fixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemberTest {

    private static final MemberProfile PROMOTED =
            new MemberProfile(new PersonName("김철수"), "영업 2팀", MemberRole.COMPANY_ADMIN, false);

    @Test
    void a_user_who_is_enrolled_is_a_member_at_once() {
        assertThat(Member.enrol(aMember().id(), HANBIT, KIM, aProfile(), aLicence()))
                .isEqualTo(aMember());
        assertThat(aMember().isActive()).isTrue();
    }

    @Test
    void a_member_may_have_no_licence() {
        assertThat(Member.enrol(aMember().id(), HANBIT, KIM, aProfile(), null)).isEqualTo(aMemberWith(null));
    }

    @Test
    void profile_and_licence_change_and_the_person_stays() {
        Member changed = accepted(aMember().change(PROMOTED, null));

        assertThat(changed).isEqualTo(new Member(aMember().id(), HANBIT, KIM, PROMOTED, null, MemberStatus.ACTIVE));
    }

    @Test
    void a_member_leaves_once_no_reservation_waits() {
        assertThat(accepted(aMember().retire(0))).isEqualTo(aFormerMember());
        assertThat(refused(aMember().retire(1))).isEqualTo(new CompanyRefusal.StillInUse(1, 0));
    }

    @Test
    void a_former_member_is_no_longer_changed() {
        assertThat(aFormerMember().isActive()).isFalse();
        assertThat(refused(aFormerMember().change(PROMOTED, aLicence()))).isEqualTo(new CompanyRefusal.MemberRetired());
        assertThat(refused(aFormerMember().retire(0))).isEqualTo(new CompanyRefusal.MemberRetired());
    }

    @Test
    void a_department_has_one_to_sixty_characters() {
        assertThat(inDepartment("가".repeat(60)).department()).hasSize(60);
        assertThatThrownBy(() -> inDepartment("가".repeat(61))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> inDepartment("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_member_written_to_a_log_keeps_their_name_to_themselves() {
        assertThat(aMember().toString()).contains("김*수").doesNotContain("김철수");
    }

    private static MemberProfile inDepartment(String department) {
        return new MemberProfile(new PersonName("김철수"), department, MemberRole.MEMBER, false);
    }
}
