package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.LicenceClass;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Between rows and the model. */
public final class CompanyMapper {

    /** What {@link #company(Columns)} reads, for a table that is called {@code c}. */
    public static final String COLUMNS = "c.id, c.name, c.business_number, c.billing_policy, c.status";

    /** What {@link #memberIfAny} reads, for a table that is called {@code m}. */
    public static final String MEMBER_COLUMNS =
            "m.id, m.company_id, m.user_id, m.name, m.department, m.role, m.accepts_hand_over, m.licence_class, m.licence_expiry, m.status";

    private static final int COUNT_OF_MEMBER_COLUMNS = 10;

    private CompanyMapper() {}

    public static Company company(Columns columns) {
        return new Company(
                new CompanyId(columns.uuid()),
                columns.text(),
                new BusinessNumber(columns.text()),
                columns.constant(BillingPolicy.class),
                columns.constant(CompanyStatus.class));
    }

    /** From an outer join, in which there may be none. */
    public static @Nullable Member memberIfAny(Columns columns) {
        if (columns.isNull()) {
            columns.skip(COUNT_OF_MEMBER_COLUMNS);
            return null;
        }
        return member(columns);
    }

    public static Member member(Columns columns) {
        return new Member(
                new MemberId(columns.uuid()),
                new CompanyId(columns.uuid()),
                new UserId(columns.uuid()),
                new MemberProfile(
                        new PersonName(columns.text()),
                        columns.text(),
                        columns.constant(MemberRole.class),
                        columns.flag()),
                licence(columns.constantOrNull(LicenceClass.class), columns.dateOrNull()),
                columns.constant(MemberStatus.class));
    }

    private static @Nullable Licence licence(@Nullable LicenceClass licenceClass, @Nullable LocalDate expiry) {
        return licenceClass == null || expiry == null ? null : new Licence(licenceClass, expiry);
    }

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
                licence(row.licenceClass, row.licenceExpiry),
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
