package io.motorpool.application.reservation;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** A vehicle is reserved for a driver. */
public interface ReserveVehicle {

    Uni<Decision<ReservationView, Refusal>> reserve(Command command);

    /**
     * @param driver who will drive: the caller, or somebody the caller reserves for
     * @param corporate whether the trip is business travel
     * @param reason needed when the driver is not the caller
     * @param payWith what to pay with
     */
    record Command(
            Caller caller,
            VehicleId vehicle,
            UserId driver,
            Period period,
            boolean corporate,
            @Nullable Reason reason,
            InstrumentChoice payWith) {

        /** Of a caller who leaves it to the company's policy what to pay with. */
        public Command(
                Caller caller,
                VehicleId vehicle,
                UserId driver,
                Period period,
                boolean corporate,
                @Nullable Reason reason) {
            this(caller, vehicle, driver, period, corporate, reason, new InstrumentChoice.TheUsual());
        }
    }
}
