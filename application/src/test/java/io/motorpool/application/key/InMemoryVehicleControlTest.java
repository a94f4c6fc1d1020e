package io.motorpool.application.key;

import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;

import io.motorpool.application.key.InMemoryVehicleControl.Weather;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.shared.VehicleId;

class InMemoryVehicleControlTest implements VehicleControlContract {

    private final InMemoryVehicleControl control = new InMemoryVehicleControl(new MovedClock(MONDAY_8AM));

    @Override
    public VehicleControl control() {
        return control;
    }

    @Override
    public VehicleId givenVehicle() {
        return new VehicleId(Ids.next());
    }

    @Override
    public void loseAnswers() {
        control.weather(Weather.ANSWERS_LOST);
    }

    @Override
    public void calmDown() {
        control.weather(Weather.FINE);
    }

    @Override
    public int opensTo(VehicleId vehicle) {
        return control.opensTo(vehicle).size();
    }
}
