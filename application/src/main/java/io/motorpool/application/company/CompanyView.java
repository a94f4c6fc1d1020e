package io.motorpool.application.company;

import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Map;

/** A company as callers see it. */
public record CompanyView(
        CompanyId id,
        String name,
        BusinessNumber businessNumber,
        BillingPolicy billingPolicy,
        CompanyStatus status,
        Version version) {

    static CompanyView of(Versioned<Company> stored) {
        Company company = stored.value();
        return new CompanyView(
                company.id(),
                company.name(),
                company.businessNumber(),
                company.billingPolicy(),
                company.status(),
                stored.version());
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        return Map.of(
                "name", name,
                "businessNumber", businessNumber.written(),
                "billingPolicy", billingPolicy.name(),
                "status", status.name());
    }
}
