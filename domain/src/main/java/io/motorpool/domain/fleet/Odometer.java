package io.motorpool.domain.fleet;

/** What the dashboard shows, in whole kilometres (P11), 0 to 9,999,999. */
public record Odometer(int km) {

    public static final int HIGHEST = 9_999_999;

    public Odometer {
        if (km < 0 || km > HIGHEST) {
            throw new IllegalArgumentException("an odometer reading lies between 0 and %d km".formatted(HIGHEST));
        }
    }

    public boolean isBefore(Odometer other) {
        return km < other.km;
    }
}
