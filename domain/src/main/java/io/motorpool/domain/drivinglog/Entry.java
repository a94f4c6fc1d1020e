package io.motorpool.domain.drivinglog;

import io.motorpool.domain.shared.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * A reservation, or a trip that was put in by hand, in the log: where it stands and what was driven.
 *
 * @param date the day on which it departed, or was to depart; it tells the tax period
 * @param trips what was driven with both readings known, one for each leg
 */
public record Entry(EntryId id, LocalDate date, Period period, Standing standing, List<Trip> trips) {

    public Entry {
        trips = List.copyOf(trips);
    }

    /** Exactly one of the three: nothing is in or out in silence. */
    public sealed interface Standing {

        /** It is a row of the sheet. */
        record Included(Basis basis) implements Standing {}

        /** It is none, for this reason. */
        record Excluded(Why why) implements Standing {}

        /** Somebody has to decide. */
        record NeedsReview(Question question) implements Standing {}
    }

    /** Why it is in. */
    public enum Basis {
        /** The driver tagged the reservation as corporate. */
        TAGGED,
        /** It lies wholly inside the company's business occupancy of the vehicle. */
        OCCUPANCY,
        /** Somebody decided so, or put it in. */
        MANUAL
    }

    /** Why it is out. */
    public enum Why {
        CANCELLED,
        NO_SHOW,
        NEVER_DRIVEN,
        /** Driven without the tag, and not for a moment in the company's hours. */
        NOT_BUSINESS,
        /** Somebody decided so. */
        BY_HAND,
        /** The vehicle owes no log. */
        VEHICLE_EXEMPT
    }

    /** What has to be decided. */
    public enum Question {
        /** Some of it lies in the company's hours and some does not. */
        PARTLY_IN_OCCUPANCY,
        /** Nobody read the odometer: the readings are to be put right first. */
        READING_MISSING,
        /** It is not over yet. */
        NOT_FINISHED
    }
}
