package io.motorpool.application.settlement;

import io.motorpool.application.route.VehicleCalls.Waiting;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Brings the ERP's register up to date with what was dispatched, one vehicle after the other. */
public interface RegisterVehicles {

    /** @return whether there was a vehicle to look at */
    Uni<Decision<Boolean, Refusal>> registerNext(Caller caller);

    /** What is pending or rejected. */
    Uni<Decision<Page<Waiting>, Refusal>> waiting(Caller caller, Optional<CompanyId> company, Page.Request page);

    /** After somebody has looked after what was wrong. */
    Uni<Decision<VehicleId, Refusal>> retry(Caller caller, VehicleId vehicle);
}
