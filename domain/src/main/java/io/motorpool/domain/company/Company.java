package io.motorpool.domain.company;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Text;

/**
 * A client of the division. It is registered under its business number, changes its name and billing policy, and one
 * day leaves; a company that left is kept, because its reservations and settlements still have to be explained.
 */
public record Company(
        CompanyId id, String name, BusinessNumber businessNumber, BillingPolicy billingPolicy, CompanyStatus status) {

    public static final int LONGEST_NAME = 100;

    public Company {
        Text.check("a company name", name, LONGEST_NAME);
    }

    public static Company register(CompanyId id, String name, BusinessNumber businessNumber, BillingPolicy billing) {
        return new Company(id, name, businessNumber, billing, CompanyStatus.ACTIVE);
    }

    public Decision<Company, CompanyRefusal> change(String newName, BillingPolicy newBilling) {
        return isActive()
                ? accept(new Company(id, newName, businessNumber, newBilling, status))
                : refuse(new CompanyRefusal.CompanyRetired());
    }

    /** A company leaves only when nothing of it is still on the road or standing in a zone. */
    public Decision<Company, CompanyRefusal> retire(long activeReservations, long vehicles) {
        if (!isActive()) {
            return refuse(new CompanyRefusal.CompanyRetired());
        }
        if (activeReservations > 0 || vehicles > 0) {
            return refuse(new CompanyRefusal.StillInUse(activeReservations, vehicles));
        }
        return accept(new Company(id, name, businessNumber, billingPolicy, CompanyStatus.RETIRED));
    }

    public boolean isActive() {
        return status == CompanyStatus.ACTIVE;
    }
}
