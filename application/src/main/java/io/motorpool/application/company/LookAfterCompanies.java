package io.motorpool.application.company;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;

/** The division takes on client companies, and one day sees them leave. */
public interface LookAfterCompanies {

    Uni<Decision<CompanyView, Refusal>> register(Registration registration);

    Uni<Decision<CompanyView, Refusal>> change(Change change);

    /** Only a company without vehicles and running reservations can leave. */
    Uni<Decision<CompanyView, Refusal>> retire(Caller caller, CompanyId company, Version seen);

    record Registration(Caller caller, String name, BusinessNumber businessNumber, BillingPolicy billingPolicy) {
        public Registration {
            Text.check("a company name", name, Company.LONGEST_NAME);
        }
    }

    /** @param seen the version that the caller decided on */
    record Change(Caller caller, CompanyId company, Version seen, String name, BillingPolicy billingPolicy) {
        public Change {
            Text.check("a company name", name, Company.LONGEST_NAME);
        }
    }
}
