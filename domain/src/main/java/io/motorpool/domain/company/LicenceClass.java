package io.motorpool.domain.company;

/** Korean driving licence classes, by the largest vehicle (seats, driver included) that each may drive. */
public enum LicenceClass {
    CLASS_2_ORDINARY(10),
    CLASS_1_ORDINARY(15),
    CLASS_1_LARGE(Integer.MAX_VALUE);

    private final int seats;

    LicenceClass(int seats) {
        this.seats = seats;
    }

    public boolean allows(int vehicleSeats) {
        return vehicleSeats <= seats;
    }
}
