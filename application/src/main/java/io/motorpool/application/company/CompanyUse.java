package io.motorpool.application.company;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** What still rests on a company or on one of its members. Ask under its lock, or the answer is old when it comes. */
public interface CompanyUse {

    Uni<OfCompany> of(CompanyId company);

    /** How many reservations of the company wait for this driver or are being driven. */
    Uni<Long> activeReservations(CompanyId company, UserId driver);

    /** @param vehicles those that have not left the fleet */
    record OfCompany(long activeReservations, long vehicles) {}
}
