package io.motorpool.domain.route;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import java.util.List;

/**
 * One vehicle and everything it does for other slots: it cannot be in two places. Loaded as far as a decision looks.
 *
 * @param elsewhere its contracts with other slots
 */
public record VehicleDuties(Vehicle vehicle, List<VehicleContract> elsewhere) {

    public VehicleDuties {
        elsewhere = List.copyOf(elsewhere);
    }

    /** A company is driven in its own cars or in the operator's, never in another client's. */
    Decision<VehicleDuties, RouteRefusal> suit(CompanyId company) {
        if (!vehicle.isInService()) {
            return refuse(new RouteRefusal.VehicleNotDispatchable(vehicle.status()));
        }
        boolean allowed =
                vehicle.company().equals(company) || vehicle.description().ownership() == Ownership.OPERATOR;
        return allowed ? accept(this) : refuse(new RouteRefusal.VehicleOfAnotherCompany());
    }

    Decision<VehicleDuties, RouteRefusal> haveRoomFor(Span span) {
        return elsewhere.stream()
                .filter(contract -> contract.served().filter(span::overlaps).isPresent())
                .findFirst()
                .<Decision<VehicleDuties, RouteRefusal>>map(
                        taken -> refuse(new RouteRefusal.VehicleEngaged(taken.number())))
                .orElseGet(() -> accept(this));
    }
}
