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
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;

/** Between rows and the model. */
public final class CompanyMapper {

    private CompanyMapper() {}

    static Versioned<Company> company(CompanyRow row) {
        return new Versioned<>(toDomain(row), new Version(row.version));
    }

    public static Company toDomain(CompanyRow row) {
        return new Company(
                new CompanyId(row.id), row.name, new BusinessNumber(row.businessNumber), row.billingPolicy, row.status);
    }

    static CompanyRow companyRow(Versioned<Company> company) {
        CompanyRow row = new CompanyRow();
        row.id = company.value().id().value();
        row.version = company.version().value();
        row.name = company.value().name();
        row.businessNumber = company.value().businessNumber().digits();
        row.billingPolicy = company.value().billingPolicy();
        row.status = company.value().status();
        return row;
    }

    static Versioned<Member> member(MemberRow row) {
        return new Versioned<>(toDomain(row), new Version(row.version));
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

    static MemberRow memberRow(Versioned<Member> member) {
        MemberProfile profile = member.value().profile();
        Licence licence = member.value().licence();
        MemberRow row = new MemberRow();
        row.id = member.value().id().value();
        row.version = member.version().value();
        row.companyId = member.value().company().value();
        row.userId = member.value().user().value();
        row.name = profile.name().value();
        row.department = profile.department();
        row.role = profile.role();
        row.acceptsHandOver = profile.acceptsHandOver();
        row.licenceClass = licence == null ? null : licence.licenceClass();
        row.licenceExpiry = licence == null ? null : licence.expiry();
        row.status = member.value().status();
        return row;
    }
}
