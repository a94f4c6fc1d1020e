package io.motorpool.application.route;

import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;

/** Which months of a company are closed, and a way to keep it so while something is decided. */
public interface Books {

    /** For writing down what was driven: until the unit of work ends nobody closes or opens a month of the company. */
    Uni<ClosedMonths> hold(CompanyId company);

    /** For closing or opening a month: waits for all who hold the books, and lets nobody begin to. */
    Uni<ClosedMonths> lock(CompanyId company);
}
