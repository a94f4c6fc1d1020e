package io.motorpool.application.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.VehicleId;
import org.junit.jupiter.api.Test;

/** What everyone promises who knows whose a vehicle is. */
public interface VehicleOwnersContract extends ReservationGround {

    VehicleOwners owners();

    @Test
    default void a_vehicle_belongs_to_the_company_that_it_was_added_for() {
        Vehicle vehicle = givenVehicle();
        Vehicle other = givenVehicle();

        assertThat(inTransaction(() -> owners().ownerOf(vehicle.id()))).contains(vehicle.company());
        assertThat(inTransaction(() -> owners().ownerOf(other.id()))).contains(other.company());
    }

    @Test
    default void an_unknown_vehicle_is_nobodys() {
        VehicleId unknown = new VehicleId(Ids.next());

        assertThat(inTransaction(() -> owners().ownerOf(unknown))).isEmpty();
    }
}
