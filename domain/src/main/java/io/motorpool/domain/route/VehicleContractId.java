package io.motorpool.domain.route;

import java.util.UUID;

/** Names a vehicle contract inside Motorpool; people and the ERP know it by its number. */
public record VehicleContractId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
