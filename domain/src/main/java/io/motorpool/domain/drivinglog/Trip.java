package io.motorpool.domain.drivinglog;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;

/** What one driver drove at a stretch, with both readings of the odometer: a row of the log. */
public record Trip(
        TripId id,
        UserId driver,
        Instant departedAt,
        Instant arrivedAt,
        Odometer before,
        Odometer after,
        Purpose purpose) {

    /** The day on which it departed, wholly: also over midnight and over the year's end (P1). */
    public LocalDate logDate() {
        return dateOf(departedAt);
    }

    /** In whole kilometres (P11). */
    public int km() {
        return after.km() - before.km();
    }

    /** What of it was commuting. */
    public int commuteKm() {
        return purpose == Purpose.COMMUTE ? km() : 0;
    }

    /** What of it was other business. */
    public int businessKm() {
        return purpose == Purpose.BUSINESS ? km() : 0;
    }

    Trip showing(Odometer newBefore, Odometer newAfter) {
        return new Trip(id, driver, departedAt, arrivedAt, newBefore, newAfter, purpose);
    }

    Trip drivenFor(Purpose newPurpose) {
        return new Trip(id, driver, departedAt, arrivedAt, before, after, newPurpose);
    }

    static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessZone.SEOUL);
    }
}
