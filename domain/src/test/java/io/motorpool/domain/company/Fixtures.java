package io.motorpool.domain.company;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A company and its people, for tests. */
public final class Fixtures {

    public static final CompanyId HANBIT = new CompanyId(new UUID(1, 1));
    public static final CompanyId NURI = new CompanyId(new UUID(1, 2));
    public static final UserId KIM = new UserId(new UUID(2, 1));
    public static final UserId LEE = new UserId(new UUID(2, 2));
    public static final LocalDate LICENCE_EXPIRY = LocalDate.of(2030, 12, 31);

    private static final MemberId MEMBERSHIP = new MemberId(new UUID(3, 1));

    private Fixtures() {}

    public static Company aCompany() {
        return aCompany(CompanyStatus.ACTIVE);
    }

    public static Company aCompanyThatLeft() {
        return aCompany(CompanyStatus.RETIRED);
    }

    public static Licence aLicence() {
        return new Licence(LicenceClass.CLASS_1_ORDINARY, LICENCE_EXPIRY);
    }

    public static MemberProfile aProfile() {
        return new MemberProfile(new PersonName("김철수"), "영업 1팀", MemberRole.MEMBER, true);
    }

    public static Member aMember() {
        return aMemberWith(aLicence());
    }

    public static Member aMemberWith(@Nullable Licence licence) {
        return new Member(MEMBERSHIP, HANBIT, KIM, aProfile(), licence, MemberStatus.ACTIVE);
    }

    public static Member aFormerMember() {
        return new Member(MEMBERSHIP, HANBIT, KIM, aProfile(), aLicence(), MemberStatus.RETIRED);
    }

    private static Company aCompany(CompanyStatus status) {
        return new Company(HANBIT, "한빛물류", new BusinessNumber("1208147521"), BillingPolicy.POSTPAID, status);
    }
}
