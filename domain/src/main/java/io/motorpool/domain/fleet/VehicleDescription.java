package io.motorpool.domain.fleet;

import io.motorpool.domain.shared.Text;
import java.time.Duration;

/**
 * What is known of a vehicle and may be corrected.
 *
 * @param model 1 to 60 characters
 * @param seats 1 to 45, the driver's included
 * @param turnaround how long the vehicle stays taken after a reservation, to be cleaned or charged: 0 to 4 hours in
 *     steps of 10 minutes
 */
public record VehicleDescription(
        Plate plate, Vin vin, String model, int seats, Ownership ownership, Duration turnaround, Drive drive) {

    public static final int LONGEST_MODEL = 60;
    public static final int MOST_SEATS = 45;
    public static final Duration LONGEST_TURNAROUND = Duration.ofHours(4);
    private static final Duration STEP = Duration.ofMinutes(10);

    public VehicleDescription {
        Text.check("a model", model, LONGEST_MODEL);
        seats = checkedSeats(seats);
        turnaround = checkedTurnaround(turnaround);
    }

    /** The number, if a vehicle can have that many seats. */
    public static int checkedSeats(int seats) {
        if (seats < 1 || seats > MOST_SEATS) {
            throw new IllegalArgumentException("a vehicle has 1 to %d seats".formatted(MOST_SEATS));
        }
        return seats;
    }

    /** The duration, if it can be a turnaround. */
    public static Duration checkedTurnaround(Duration turnaround) {
        if (turnaround.isNegative()
                || turnaround.compareTo(LONGEST_TURNAROUND) > 0
                || turnaround.toNanos() % STEP.toNanos() != 0) {
            throw new IllegalArgumentException("a turnaround is 0 to 240 minutes in steps of 10");
        }
        return turnaround;
    }

    /**
     * Whether someone who reserved the other vehicle is served just as well with this one. Who planned to charge at the
     * customer's is not served by a tank.
     */
    public boolean equalsInUse(VehicleDescription other) {
        return model.equals(other.model)
                && seats == other.seats
                && ownership == other.ownership
                && drive.propulsion() == other.drive.propulsion();
    }

    public VehicleDescription drivenBy(Drive other) {
        return new VehicleDescription(plate, vin, model, seats, ownership, turnaround, other);
    }

    public VehicleForm form() {
        return VehicleForm.of(seats);
    }
}
