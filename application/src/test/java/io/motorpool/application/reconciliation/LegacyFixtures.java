package io.motorpool.application.reconciliation;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Legacy reservations that no other test knows, on 2 March 2027. */
public final class LegacyFixtures {

    public static final Instant NINE = Instant.parse("2027-03-02T00:00:00Z");

    /** Positions go up over all tests, as those of one database do. */
    private static final AtomicLong LOG = new AtomicLong(System.currentTimeMillis() << 20);

    private LegacyFixtures() {}

    public static LegacyNumber aNumber() {
        return new LegacyNumber("L-" + Ids.next());
    }

    public static Position next() {
        return new Position(LOG.addAndGet(10), 0);
    }

    public static Period hours(int from, int until) {
        return new Period(NINE.plusSeconds((from - 9) * 3_600L), NINE.plusSeconds((until - 9) * 3_600L));
    }

    public static LegacyRow waiting(CompanyId company, VehicleId vehicle, UserId driver, Period period) {
        return row(company, vehicle, driver, period, ReservationStatus.RESERVED);
    }

    public static LegacyRow cancelled(LegacyRow row) {
        return row(row.company(), row.vehicle(), row.driver(), row.period(), ReservationStatus.CANCELLED);
    }

    /** It left when its period began. */
    public static LegacyRow started(LegacyRow row, int km) {
        return driven(row, ReservationStatus.IN_USE, km, null, null);
    }

    /** It came back when its period ended. */
    public static LegacyRow returned(LegacyRow row, int startKm, int endKm) {
        return driven(row, ReservationStatus.RETURNED, startKm, row.period().end(), endKm);
    }

    static LegacyRow driven(
            LegacyRow row,
            ReservationStatus status,
            int startKm,
            @Nullable Instant returnedAt,
            @Nullable Integer endKm) {
        return new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                row.corporate(),
                status,
                row.period().start(),
                new Odometer(startKm),
                returnedAt,
                endKm == null ? null : new Odometer(endKm));
    }

    static LegacyRow row(CompanyId company, VehicleId vehicle, UserId driver, Period period, ReservationStatus status) {
        return new LegacyRow(company, vehicle, driver, period, false, status, null, null, null, null);
    }

    public static ChangeEvent created(LegacyNumber number, LegacyRow row) {
        return event(number, new Created(new Image.Readable(row)));
    }

    public static ChangeEvent updated(LegacyNumber number, LegacyRow row) {
        return event(number, new Updated(new Image.Readable(row)));
    }

    /** An hour before nine. */
    public static ChangeEvent event(LegacyNumber number, Change change) {
        return new ChangeEvent(number, "pk-" + number, next(), NINE.minusSeconds(3_600), change);
    }
}
