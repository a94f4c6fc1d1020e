package io.motorpool.application.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.NINE;
import static io.motorpool.application.reconciliation.LegacyFixtures.aNumber;
import static io.motorpool.application.reconciliation.LegacyFixtures.driven;
import static io.motorpool.application.reconciliation.LegacyFixtures.row;

import io.motorpool.application.company.CompanyFixtures;
import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Months of a legacy system that lets everything through, on two cars and by three drivers: bookings that meet and such that
 * never come near each other, cars that stay out, readings that run backwards, rows that are put right, removed or unreadable.
 */
final class ManyReservations {

    private final Random random;
    private final Company company = CompanyFixtures.aCompany();
    private final List<Vehicle> vehicles;
    private final List<Member> drivers;
    private final Map<LegacyNumber, LegacyRow> rows = new LinkedHashMap<>();
    private Instant now = NINE;
    private int km;

    ManyReservations(long seed) {
        random = new Random(seed);
        ZoneId zone = new ZoneId(Ids.next());
        vehicles = List.of(FleetFixtures.aVehicle(company.id(), zone), FleetFixtures.aVehicle(company.id(), zone));
        drivers = List.of(
                CompanyFixtures.aMember(company.id()),
                CompanyFixtures.aMember(company.id()),
                CompanyFixtures.aMember(company.id()));
    }

    Masters masters() {
        return Masters.of(List.of(company), vehicles, drivers);
    }

    List<ChangeEvent> changes(int number) {
        List<ChangeEvent> changes = new ArrayList<>();
        while (changes.size() < number) {
            now = now.plus(Duration.ofMinutes(10L * random.nextInt(30)));
            changes.add(rows.isEmpty() || random.nextInt(3) == 0 ? booked() : changed());
        }
        return changes;
    }

    private ChangeEvent booked() {
        LegacyNumber number = aNumber();
        LegacyRow row = row(
                company.id(),
                one(vehicles).id(),
                one(drivers).user(),
                period(now.plus(Duration.ofMinutes(10L * random.nextInt(600)))),
                ReservationStatus.RESERVED);
        return told(number, new Created(new Image.Readable(row)), row);
    }

    private Period period(Instant start) {
        return new Period(start, start.plus(Duration.ofMinutes(30 + 10L * random.nextInt(40))));
    }

    private ChangeEvent changed() {
        LegacyNumber number = one(List.copyOf(rows.keySet()));
        LegacyRow row = Objects.requireNonNull(rows.get(number));
        return switch (random.nextInt(14)) {
            case 0 -> {
                rows.remove(number);
                yield at(number, new Deleted());
            }
            case 1 -> at(number, new Updated(new Image.Unreadable("{}", "no end")));
            case 2 -> updated(number, in(row, row.period(), ReservationStatus.CANCELLED));
            case 3 -> updated(number, in(row, row.period(), ReservationStatus.NO_SHOW));
            case 4 -> updated(number, in(row, period(row.period().end()), row.status()));
            case 5 ->
                updated(
                        number,
                        new LegacyRow(
                                row.company(),
                                one(vehicles).id(),
                                one(drivers).user(),
                                row.period(),
                                row.corporate(),
                                row.status(),
                                row.startedAt(),
                                row.startOdometer(),
                                row.returnedAt(),
                                row.endOdometer()));
            case 6 -> updated(number, driven(row, ReservationStatus.RETURNED, reading(), now, reading()));
            default -> driving(number, row);
        };
    }

    /** As it goes when all goes well. */
    private ChangeEvent driving(LegacyNumber number, LegacyRow row) {
        return switch (row.status()) {
            case RESERVED -> {
                now = Period.later(now, row.period().start());
                yield updated(number, driven(row, ReservationStatus.IN_USE, reading(), null, null));
            }
            case IN_USE -> {
                now = Period.later(now, row.period().end().minusSeconds(600));
                yield updated(number, driven(row, ReservationStatus.RETURNED, km, now, reading()));
            }
            case RETURNED, FORCE_RETURNED, CANCELLED, NO_SHOW -> booked();
        };
    }

    /** Mostly more than before. */
    private int reading() {
        km += random.nextInt(50);
        return random.nextInt(8) == 0 ? random.nextInt(km + 1) : km;
    }

    private static LegacyRow in(LegacyRow row, Period period, ReservationStatus status) {
        return new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                period,
                row.corporate(),
                status,
                row.startedAt(),
                row.startOdometer(),
                row.returnedAt(),
                row.endOdometer());
    }

    private ChangeEvent updated(LegacyNumber number, LegacyRow row) {
        return told(number, new Updated(new Image.Readable(row)), row);
    }

    private ChangeEvent told(LegacyNumber number, Change change, LegacyRow row) {
        rows.put(number, row);
        return at(number, change);
    }

    private ChangeEvent at(LegacyNumber number, Change change) {
        return new ChangeEvent(number, "pk-" + number, LegacyFixtures.next(), now, change);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
