package io.motorpool.application.route;

import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle contract as callers see it.
 *
 * @param served absent when it is void
 */
public record ContractView(
        VehicleContractId id,
        VehicleContractNumber number,
        CompanyId company,
        SlotId slot,
        VehicleId vehicle,
        UserId chauffeur,
        ContractCause cause,
        @Nullable Span served) {

    static ContractView of(VehicleContract contract) {
        return new ContractView(
                contract.id(),
                contract.number(),
                contract.terms().company(),
                contract.terms().slot(),
                contract.vehicle(),
                contract.terms().assignment().chauffeur(),
                contract.terms().cause(),
                contract.served().orElse(null));
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        return Map.of(
                "number", number.value(),
                "slot", slot.toString(),
                "vehicle", vehicle.toString(),
                "chauffeur", chauffeur.toString(),
                "cause", cause.name(),
                "served", served == null ? "void" : served.toString());
    }
}
