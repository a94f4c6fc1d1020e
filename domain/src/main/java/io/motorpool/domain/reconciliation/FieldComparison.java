package io.motorpool.domain.reconciliation;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.Verdict.FieldDifference;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.ForceReturned;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.Reservation.NoShow;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.Reservation.Returned;
import io.motorpool.domain.reservation.ReservationTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Field by field: the legacy row beside the shadow. What the legacy system never noted is not compared. */
final class FieldComparison {

    private static final String ABSENT = "absent";

    private final List<FieldDifference> differences = new ArrayList<>();

    private FieldComparison() {}

    static List<FieldDifference> of(LegacyRow row, Reservation shadow) {
        FieldComparison comparison = new FieldComparison();
        ReservationTerms terms = shadow.terms();
        comparison.compare("/company", row.company(), terms.company());
        comparison.compare("/vehicle", row.vehicle(), terms.vehicle());
        comparison.compare("/driver", row.driver(), terms.driver());
        comparison.compare("/start", row.period().start(), terms.period().start());
        comparison.compare("/end", row.period().end(), terms.period().end());
        comparison.compare("/corporate", row.corporate(), terms.corporate());
        comparison.compare("/status", row.status(), shadow.status());
        Departure departure = departure(shadow);
        comparison.compareNoted("/startedAt", row.startedAt(), departure == null ? null : departure.at());
        comparison.compareNoted(
                "/startOdometerKm", km(row.startOdometer()), departure == null ? null : km(departure.odometer()));
        comparison.compareNoted("/returnedAt", row.returnedAt(), returnedAt(shadow));
        comparison.compareNoted("/endOdometerKm", km(row.endOdometer()), km(endOdometer(shadow)));
        return comparison.differences;
    }

    private void compareNoted(String path, @Nullable Object legacy, @Nullable Object motorpool) {
        if (legacy != null) {
            compare(path, legacy, motorpool);
        }
    }

    private void compare(String path, Object legacy, @Nullable Object motorpool) {
        if (!legacy.equals(motorpool)) {
            differences.add(
                    new FieldDifference(path, legacy.toString(), motorpool == null ? ABSENT : motorpool.toString()));
        }
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }

    private static @Nullable Departure departure(Reservation shadow) {
        return switch (shadow) {
            case InUse running -> running.departure();
            case Returned returned -> returned.departure();
            case ForceReturned forced -> forced.departure();
            case Reserved _, Cancelled _, NoShow _ -> null;
        };
    }

    private static @Nullable Instant returnedAt(Reservation shadow) {
        return switch (shadow) {
            case Returned returned -> returned.returnedAt();
            case ForceReturned forced -> forced.returnedAt();
            case Reserved _, InUse _, Cancelled _, NoShow _ -> null;
        };
    }

    private static @Nullable Odometer endOdometer(Reservation shadow) {
        return switch (shadow) {
            case Returned returned -> returned.odometer();
            case ForceReturned forced -> forced.odometer();
            case Reserved _, InUse _, Cancelled _, NoShow _ -> null;
        };
    }
}
