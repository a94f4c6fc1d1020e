package io.motorpool.domain.route;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;

/**
 * What a vehicle contract says and goes on saying, whatever becomes of it.
 *
 * @param cause why it was issued
 */
public record ContractTerms(
        ContractIdentity identity, CompanyId company, SlotId slot, Assignment assignment, ContractCause cause) {

    public VehicleContractId id() {
        return identity.id();
    }

    public VehicleContractNumber number() {
        return identity.number();
    }

    public VehicleId vehicle() {
        return assignment.vehicle();
    }
}
