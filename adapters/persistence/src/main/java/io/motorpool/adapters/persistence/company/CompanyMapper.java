package io.motorpool.adapters.persistence.company;

import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;

/** Between rows and the model. */
public final class CompanyMapper {

    private CompanyMapper() {}

    public static Company toDomain(CompanyRow row) {
        return new Company(
                new CompanyId(row.id), row.name, new BusinessNumber(row.businessNumber), row.billingPolicy, row.status);
    }

    public static Member toDomain(MemberRow row) {
        return new Member(
                new MemberId(row.id),
                new CompanyId(row.companyId),
                new UserId(row.userId),
                new MemberProfile(new PersonName(row.name), row.department, row.role, row.acceptsHandOver),
                row.licenceClass == null ? null : new Licence(row.licenceClass, row.licenceExpiry),
                row.status);
    }
}
