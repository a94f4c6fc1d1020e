package io.motorpool.application.fleet;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.util.function.UnaryOperator;

/** The division puts vehicles into a company's zones, corrects what is known of them and takes them away again. */
public interface LookAfterVehicles {

    Uni<Decision<VehicleView, Refusal>> add(Addition addition);

    Uni<Decision<VehicleView, Refusal>> change(Change change);

    /** Only a vehicle on which nothing is reserved can leave. */
    Uni<Decision<VehicleView, Refusal>> retire(Caller caller, VehicleId vehicle, Version seen);

    record Addition(Caller caller, CompanyId company, ZoneId zone, VehicleDescription description, Odometer odometer) {}

    /**
     * @param seen the version that the caller decided on
     * @param correction what is known of it from now on, from what was known: a caller need not know of everything
     * @param inMaintenance whether it stays out of service until further notice
     */
    record Change(
            Caller caller,
            VehicleId vehicle,
            Version seen,
            ZoneId zone,
            UnaryOperator<VehicleDescription> correction,
            boolean inMaintenance) {}
}
