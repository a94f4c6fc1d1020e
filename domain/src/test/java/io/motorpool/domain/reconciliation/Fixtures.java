package io.motorpool.domain.reconciliation;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aLicence;
import static io.motorpool.domain.company.Fixtures.aProfile;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aDescription;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;
import static io.motorpool.domain.shared.BusinessZone.SEOUL;

import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reconciliation.ChangeEvent.Change;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Legacy reservations on a Monday, for tests. Hours are those of a clock in Seoul. */
final class Fixtures {

    static final LegacyNumber FIRST = new LegacyNumber("L-1");
    static final LegacyNumber SECOND = new LegacyNumber("L-2");
    static final Masters MASTERS = Masters.of(
            List.of(aCompany()),
            List.of(aVehicle(), aVehicle(OTHER_SONATA, aDescription())),
            List.of(member(KIM), member(LEE)));

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    private Fixtures() {}

    static Member member(UserId user) {
        return new Member(
                new MemberId(new UUID(3, user.value().getLeastSignificantBits())),
                HANBIT,
                user,
                aProfile(),
                aLicence(),
                MemberStatus.ACTIVE);
    }

    static Instant at(int hour, int minute) {
        return MONDAY.atStartOfDay(SEOUL).toInstant().plus(Duration.ofMinutes(hour * 60L + minute));
    }

    static Period hours(int from, int until) {
        return new Period(at(from, 0), at(until, 0));
    }

    static LegacyRow reserved(VehicleId vehicle, UserId driver, Period period) {
        return row(vehicle, driver, period, ReservationStatus.RESERVED);
    }

    static LegacyRow row(VehicleId vehicle, UserId driver, Period period, ReservationStatus status) {
        return new LegacyRow(HANBIT, vehicle, driver, period, true, status, null, null, null, null);
    }

    static LegacyRow waiting(Period period) {
        return reserved(SONATA, KIM, period);
    }

    static LegacyRow started(LegacyRow row, Instant at, int km) {
        return new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                row.corporate(),
                ReservationStatus.IN_USE,
                at,
                new Odometer(km),
                null,
                null);
    }

    static LegacyRow returned(LegacyRow row, Instant at, int km) {
        return new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                row.corporate(),
                ReservationStatus.RETURNED,
                row.startedAt(),
                row.startOdometer(),
                at,
                new Odometer(km));
    }

    static LegacyRow in(LegacyRow row, ReservationStatus status) {
        return new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                row.period(),
                row.corporate(),
                status,
                row.startedAt(),
                row.startOdometer(),
                row.returnedAt(),
                row.endOdometer());
    }

    static LegacyRow during(LegacyRow row, Period period) {
        return new LegacyRow(
                row.company(),
                row.vehicle(),
                row.driver(),
                period,
                row.corporate(),
                row.status(),
                row.startedAt(),
                row.startOdometer(),
                row.returnedAt(),
                row.endOdometer());
    }

    static ChangeEvent created(LegacyNumber number, long log, Instant at, LegacyRow row) {
        return event(number, log, at, new Created(new Image.Readable(row)));
    }

    static ChangeEvent updated(LegacyNumber number, long log, Instant at, LegacyRow row) {
        return event(number, log, at, new Updated(new Image.Readable(row)));
    }

    static ChangeEvent deleted(LegacyNumber number, long log, Instant at) {
        return event(number, log, at, new Deleted());
    }

    static ChangeEvent event(LegacyNumber number, long log, Instant at, Change change) {
        return new ChangeEvent(number, "pk-" + number, new Position(log, 0), at, change);
    }

    static @Nullable Verdict verdict(LegacyNumber number, ChangeEvent... events) {
        return ShadowComparison.of(number, List.of(events), MASTERS).orElse(null);
    }
}
