package io.motorpool.application.route;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Order;
import io.motorpool.domain.route.SlotId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/**
 * Dispatch (배차) and substitution (대차). The numbers come by themselves; the ERP hears of it later, and its being down fails
 * nothing here.
 */
public interface DispatchVehicles {

    Uni<Decision<Dispatched, Refusal>> dispatch(Caller caller, SlotId slot, Order order);

    /** May be back-dated while the month is open: the charges of that time change hands. */
    Uni<Decision<Dispatched, Refusal>> substitute(Caller caller, SlotId slot, Order order);

    Uni<Decision<Dispatched, Refusal>> withdraw(Caller caller, SlotId slot, Instant from);

    /**
     * @param issued under new numbers
     * @param cut that end earlier now, or are void
     * @param chargesMoved how many charges changed hands
     */
    record Dispatched(List<ContractView> issued, List<ContractView> cut, long chargesMoved) {
        public Dispatched {
            issued = List.copyOf(issued);
            cut = List.copyOf(cut);
        }
    }
}
