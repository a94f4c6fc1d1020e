package io.motorpool.domain.key;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.aCompany;
import static io.motorpool.domain.company.Fixtures.aLicence;
import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.TURNAROUND;
import static io.motorpool.domain.fleet.Fixtures.aVehicle;

import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.Reservation.Departure;
import io.motorpool.domain.reservation.Reservation.InUse;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kim drives the Sonata on Monday from 9 to 18; Lee is a colleague. */
final class Fixtures {

    static final ReservationId RESERVATION = new ReservationId(new UUID(7, 1));
    static final Instant NOON =
            LocalDate.of(2026, 11, 2).atTime(12, 0).atZone(BusinessZone.SEOUL).toInstant();
    static final Period NINE_TO_SIX = new Period(NOON.minus(Duration.ofHours(3)), NOON.plus(Duration.ofHours(6)));
    static final HandOverId HAND_OVER = new HandOverId(new UUID(10, 1));
    static final KeyGrantId GRANT = new KeyGrantId(new UUID(11, 1));
    static final KeyGrantId NEXT_GRANT = new KeyGrantId(new UUID(11, 2));
    static final Odometer FURTHER = new Odometer(ODOMETER.km() + 40);
    static final VehicleState AT_REST = new VehicleState(false, true, false, FURTHER, NOON);

    private Fixtures() {}

    static InUse drivenBy(UserId driver) {
        return new InUse(
                new ReservationTerms(
                        RESERVATION, HANBIT, SONATA, driver, NINE_TO_SIX, TURNAROUND, true, NINE_TO_SIX.start()),
                new Departure(NINE_TO_SIX.start(), ODOMETER),
                null);
    }

    static Recipient lee() {
        return lee(aLicence(), true, List.of());
    }

    static Recipient lee(@Nullable Licence licence, boolean optedIn, List<DriverAgenda.Engagement> plans) {
        return recipient(KIM, LEE, licence, optedIn, plans);
    }

    static Recipient recipient(UserId giver, UserId recipient) {
        return recipient(giver, recipient, aLicence(), true, List.of());
    }

    private static Recipient recipient(
            UserId giver,
            UserId recipient,
            @Nullable Licence licence,
            boolean optedIn,
            List<DriverAgenda.Engagement> plans) {
        Member member = new Member(
                new MemberId(new UUID(3, recipient.value().getLeastSignificantBits())),
                HANBIT,
                recipient,
                new MemberProfile(new PersonName("이영희"), "영업 1팀", MemberRole.MEMBER, optedIn),
                licence,
                MemberStatus.ACTIVE);
        return new Recipient(
                recipient,
                drivenBy(giver),
                new Surroundings(
                        aCompany(),
                        aVehicle(),
                        new VehicleSchedule(SONATA, List.of()),
                        member,
                        new DriverAgenda(recipient, plans)));
    }

    /** Nobody has it. */
    static VehicleKey aKey() {
        return VehicleKey.of(SONATA, HANBIT);
    }

    /** Kim has it. */
    static VehicleKey heldByKim() {
        return carriedOut(
                aKey().handOut(GRANT, RESERVATION, KIM, ODOMETER, NOON).key());
    }

    /** Kim offers it to Lee. */
    static VehicleKey offered() {
        return accepted(heldByKim().offer(HAND_OVER, KIM, lee(), AT_REST, NOON));
    }

    /** Lee has accepted; the vehicle has not been told yet. */
    static VehicleKey inTransit() {
        VehicleKey offered = offered();
        return io.motorpool.domain.Answers.accepted(
                        offered.takeOver(underWay(offered), NEXT_GRANT, lee(), AT_REST, NOON))
                .key()
                .key();
    }

    static VehicleKey accepted(io.motorpool.domain.Decision<VehicleKey.Changed, KeyRefusal> decision) {
        return io.motorpool.domain.Answers.accepted(decision).key();
    }

    /** The vehicle does what it is told. */
    static VehicleKey carriedOut(VehicleKey key) {
        return done(key).key();
    }

    static VehicleKey.Changed done(VehicleKey key) {
        return key.done(key.wanted().orElseThrow(), FURTHER, NOON).orElseThrow();
    }

    static VehicleKey.Changed failed(VehicleKey key) {
        return key.failed(key.wanted().orElseThrow(), NOON).orElseThrow();
    }

    static HandOver underWay(VehicleKey key) {
        HandOver handOver = key.handOver();
        if (handOver == null) {
            throw new AssertionError("no hand-over is under way");
        }
        return handOver;
    }
}
