package io.motorpool.domain.fleet;

/** What kind of motor vehicle it is, as the registration law tells them apart (자동차관리법 제3조): by how many it carries. */
public enum VehicleForm {
    /** At most 10 (승용자동차). */
    CAR,
    /** 11 or more (승합자동차). */
    BUS;

    private static final int MOST_SEATS_OF_A_CAR = 10;

    static VehicleForm of(int seats) {
        return seats <= MOST_SEATS_OF_A_CAR ? CAR : BUS;
    }
}
