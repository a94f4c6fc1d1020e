package io.motorpool.domain.route;

/** What a new vehicle contract is called, inside and outside; drawn before anything is decided. */
public record ContractIdentity(VehicleContractId id, VehicleContractNumber number) {}
