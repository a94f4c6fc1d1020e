package io.motorpool.application.key;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryContract;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.VehicleId;

class InMemoryVehicleKeysTest implements VehicleKeysContract, InMemoryContract {

    private final VehicleKeys keys = new InMemoryVehicleKeys();

    @Override
    public VehicleKeys keys() {
        return keys;
    }

    @Override
    public CompanyId givenCompany() {
        return new CompanyId(Ids.next());
    }

    @Override
    public VehicleId givenVehicle(CompanyId company) {
        return new VehicleId(Ids.next());
    }

    @Override
    public ReservationId givenReservation(VehicleId vehicle) {
        return new ReservationId(Ids.next());
    }
}
