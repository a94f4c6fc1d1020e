package io.motorpool.application.fleet;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.ContractTerm;
import io.motorpool.domain.fleet.WeeklyHours;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;

/** The division writes down when a company has a vehicle to itself. */
public interface LookAfterPlanWindows {

    Uni<Decision<PlanWindowView, Refusal>> agree(
            Caller caller, VehicleId vehicle, ContractTerm term, WeeklyHours hours);

    Uni<Decision<PlanWindowView, Refusal>> change(Change change);

    /** It counts no more, not for the past either. One that merely ends gets a shorter term instead. */
    Uni<Decision<PlanWindowView, Refusal>> retire(Caller caller, PlanWindowId window, Version seen);

    /** @param seen the version that the caller decided on */
    record Change(Caller caller, PlanWindowId window, Version seen, ContractTerm term, WeeklyHours hours) {}
}
