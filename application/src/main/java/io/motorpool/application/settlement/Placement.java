package io.motorpool.application.settlement;

import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.time.Year;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle begins to serve a slot.
 *
 * @param contract number of the vehicle contract: at most 20 characters (P15)
 */
public record Placement(RegisteredVehicle vehicle, String contract, UUID slot, Instant since) {

    public static final int LONGEST_CONTRACT = 20;

    public Placement {
        Text.check("a vehicle contract number", contract, LONGEST_CONTRACT);
    }

    /**
     * What the ERP is told of a vehicle.
     *
     * @param manufacturer at most 30 characters; null where nobody has told us
     */
    public record RegisteredVehicle(
            VehicleId id,
            Plate plate,
            Vin vin,
            String model,
            @Nullable String manufacturer,
            @Nullable Year built) {

        public RegisteredVehicle {
            Text.check("a model", model, 60);
            if (manufacturer != null) {
                Text.check("a manufacturer", manufacturer, 30);
            }
        }
    }
}
