package io.motorpool.application.company;

import static io.motorpool.application.shared.Answer.accepted;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

/** Companies and members that no other test knows. */
public final class CompanyFixtures {

    public static final Licence A_LICENCE = new Licence(LicenceClass.CLASS_1_ORDINARY, LocalDate.of(2031, 5, 31));

    private CompanyFixtures() {}

    public static Company aCompany() {
        return aCompany(aBusinessNumber());
    }

    public static Company aCompany(BusinessNumber number) {
        return aCompany(new CompanyId(Ids.next()), number);
    }

    private static Company aCompany(CompanyId id, BusinessNumber number) {
        return Company.register(id, "한빛전자", number, BillingPolicy.POSTPAID);
    }

    /** A store in which these are registered. */
    public static Companies registered(CompanyId... ids) {
        InMemoryCompanies companies = new InMemoryCompanies();
        for (CompanyId id : ids) {
            var _ = accepted(companies.add(aCompany(id, aBusinessNumber())).map(Decision::widened));
        }
        return companies;
    }

    public static Company retired(Company company) {
        return company.retire(0, 0).fold(retired -> retired, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    /** Every number has one right check digit, so one of the ten is accepted. */
    public static BusinessNumber aBusinessNumber() {
        String nine = "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        for (int check = 0; check < 10; check++) {
            try {
                return new BusinessNumber(nine + check);
            } catch (IllegalArgumentException _) {
                continue;
            }
        }
        throw new AssertionError("no check digit fits " + nine);
    }

    public static Member aMember(CompanyId company) {
        return aMember(company, new UserId(Ids.next()));
    }

    public static Member aMember(CompanyId company, UserId user) {
        return Member.enrol(new MemberId(Ids.next()), company, user, profile("김민수"), A_LICENCE);
    }

    public static MemberProfile profile(String name) {
        return new MemberProfile(new PersonName(name), "영업1팀", MemberRole.MEMBER, true);
    }
}
