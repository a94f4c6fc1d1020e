package io.motorpool.domain.drivinglog;

/**
 * Names a trip: the stretch of an entry that one driver drove.
 *
 * @param leg counted from 1, one more with each hand-over of the key
 */
public record TripId(EntryId entry, int leg) {

    public TripId {
        if (leg < 1) {
            throw new IllegalArgumentException("legs are counted from 1");
        }
    }

    @Override
    public String toString() {
        return "%s/%d".formatted(entry, leg);
    }
}
