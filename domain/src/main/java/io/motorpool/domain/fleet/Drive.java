package io.motorpool.domain.fleet;

/**
 * What moves a vehicle, and how far.
 *
 * @param rangeKm whole kilometres that it goes fully charged or with a full tank: 1 to 2,000, which no car on sale exceeds
 */
public record Drive(Propulsion propulsion, int rangeKm) {

    public static final int LONGEST_RANGE_KM = 2_000;

    /** What is taken of a vehicle of which nobody has said it: most cars on Korea's roads have a tank for about so much. */
    public static final Drive USUAL = new Drive(Propulsion.COMBUSTION, 500);

    public Drive {
        rangeKm = checkedRange(rangeKm);
    }

    /** The number, if a vehicle can go that far. */
    public static int checkedRange(int rangeKm) {
        if (rangeKm < 1 || rangeKm > LONGEST_RANGE_KM) {
            throw new IllegalArgumentException("a vehicle goes 1 to %d km".formatted(LONGEST_RANGE_KM));
        }
        return rangeKm;
    }
}
