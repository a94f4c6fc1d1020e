package io.motorpool.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.KeyRingId;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.key.HandOver.WithdrawnBy;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyEvent;
import io.motorpool.domain.payment.DeclineReason;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.PaymentEvent;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.reservation.Occupancy.ByDivision.Cause;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.SettlementEvent;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.OccupancyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainEventTest {

    private static final UUID COMPANY = new UUID(1, 1);
    private static final UUID SUBJECT = new UUID(2, 2);
    private static final UUID SOMETHING_ELSE = new UUID(3, 3);
    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static final CompanyId company = new CompanyId(COMPANY);
    private static final VehicleId vehicle = new VehicleId(SOMETHING_ELSE);
    private static final UserId user = new UserId(SOMETHING_ELSE);
    private static final Period period = new Period(NOW, NOW.plusSeconds(1800));

    static List<DomainEvent> one_of_each_fact() {
        var registered = new CompanyId(SUBJECT);
        var member = new MemberId(SUBJECT);
        var itself = new VehicleId(SUBJECT);
        var zone = new ZoneId(SUBJECT);
        var window = new PlanWindowId(SOMETHING_ELSE);
        var reservation = new ReservationId(SUBJECT);
        var occupancy = new OccupancyId(SUBJECT);
        var reading = new Odometer(12_000);
        var person = new UserId(SUBJECT);
        var session = new SessionId(SUBJECT);
        var ring = new KeyRingId(SUBJECT);
        var key = new KeyId("A".repeat(43));
        var route = new RouteId(SUBJECT);
        var slot = new SlotId(SUBJECT);
        var otherSlot = new SlotId(SOMETHING_ELSE);
        var contract = new VehicleContractId(SOMETHING_ELSE);
        var run = new RunId(SUBJECT);
        var settlement = new SettlementId(SUBJECT);
        var driven = new ReservationId(SOMETHING_ELSE);
        var handOver = new HandOverId(SOMETHING_ELSE);
        var payment = new PaymentId(SOMETHING_ELSE);
        return List.of(
                new CompanyEvent.CompanyRegistered(registered, NOW),
                new CompanyEvent.CompanyChanged(registered, NOW),
                new CompanyEvent.CompanyLeft(registered, NOW),
                new CompanyEvent.MemberEnrolled(member, company, user, NOW),
                new CompanyEvent.MemberChanged(member, company, user, NOW),
                new CompanyEvent.MemberLeft(member, company, user, NOW),
                new FleetEvent.VehicleAdded(itself, company, NOW),
                new FleetEvent.VehicleAltered(itself, company, VehicleStatus.MAINTENANCE, NOW),
                new FleetEvent.VehicleLeft(itself, company, NOW),
                new FleetEvent.ZoneDefined(zone, company, NOW),
                new FleetEvent.ZoneChanged(zone, company, NOW),
                new FleetEvent.ZoneGivenUp(zone, company, NOW),
                new FleetEvent.PlanWindowAgreed(window, itself, company, NOW),
                new FleetEvent.PlanWindowChanged(window, itself, company, NOW),
                new FleetEvent.PlanWindowEnded(window, itself, company, NOW),
                new ReservationEvent.VehicleReserved(reservation, company, vehicle, user, period, NOW),
                new ReservationEvent.ReservationRescheduled(reservation, company, vehicle, period, period, NOW),
                new ReservationEvent.VehicleChanged(reservation, company, vehicle, vehicle, NOW),
                new ReservationEvent.ReservationCancelled(reservation, company, vehicle, NOW),
                new ReservationEvent.ReservationStarted(reservation, company, vehicle, reading, NOW),
                new ReservationEvent.DriverChanged(reservation, company, vehicle, user, user, NOW),
                new ReservationEvent.VehicleReturned(reservation, company, vehicle, reading, NOW),
                new ReservationEvent.VehicleForceReturned(reservation, company, vehicle, null, NOW),
                new ReservationEvent.DriverDidNotShow(reservation, company, vehicle, NOW),
                new ReservationEvent.ReturnOverdue(reservation, company, vehicle, user, NOW, NOW),
                new ReservationEvent.ReservationAtRisk(reservation, company, vehicle, user, NOW),
                new ReservationEvent.ReservationRiskCleared(reservation, company, vehicle, user, NOW),
                new ReservationEvent.ReservationAnnotated(reservation, company, vehicle, NOW),
                new ReservationEvent.VehicleOccupied(occupancy, company, vehicle, Cause.BLOCK, period, NOW),
                new ReservationEvent.VehicleReleased(occupancy, company, vehicle, period, NOW),
                new IdentityEvent.UserInvited(person, NOW),
                new IdentityEvent.UserActivated(person, NOW),
                new IdentityEvent.PasswordChanged(person, NOW),
                new IdentityEvent.DivisionRolesChanged(person, NOW),
                new IdentityEvent.UserDisabled(person, NOW),
                new IdentityEvent.UserEnabled(person, NOW),
                new IdentityEvent.SessionStarted(session, user, NOW),
                new IdentityEvent.SessionEnded(session, user, EndReason.SIGNED_OUT, NOW),
                new IdentityEvent.RefreshTokenReused(session, user, NOW),
                new IdentityEvent.ServiceAccountRegistered(person, NOW),
                new IdentityEvent.ServiceAccountChanged(person, NOW),
                new IdentityEvent.ServiceAccountDisabled(person, NOW),
                new IdentityEvent.ServiceAccountEnabled(person, NOW),
                new IdentityEvent.KeyPrepared(ring, key, NOW),
                new IdentityEvent.KeyPublished(ring, key, NOW),
                new IdentityEvent.KeyActivated(ring, key, false, NOW),
                new IdentityEvent.KeyRetired(ring, key, NOW),
                new IdentityEvent.KeyRemoved(ring, key, NOW),
                new IdentityEvent.KeyRevoked(ring, key, NOW),
                new RouteEvent.RouteOpened(route, company, NOW),
                new RouteEvent.RouteChanged(route, company, NOW),
                new RouteEvent.RouteEnded(route, company, NOW),
                new RouteEvent.RateAgreed(route, company, 2, DAY, NOW),
                new RouteEvent.SlotAdded(slot, company, new RouteId(SOMETHING_ELSE), NOW),
                new RouteEvent.SlotRescheduled(slot, company, DAY, NOW),
                new RouteEvent.SlotEnded(slot, company, NOW),
                new RouteEvent.VehicleDispatched(slot, company, contract, vehicle, NOW, NOW),
                new RouteEvent.VehicleSubstituted(slot, company, contract, contract, vehicle, NOW, NOW),
                new RouteEvent.VehicleContractCutShort(slot, company, contract, vehicle, NOW, NOW),
                new RouteEvent.RunPlanned(run, company, otherSlot, NOW, NOW),
                new RouteEvent.RunStarted(run, company, otherSlot, NOW),
                new RouteEvent.RunCompleted(run, company, otherSlot, NOW),
                new RouteEvent.RunCancelled(run, company, otherSlot, NOW),
                new RouteEvent.PricesCaptured(registered, YearMonth.from(DAY), 31, NOW),
                new RouteEvent.ChargesCorrected(slot, company, 3, NOW),
                new SettlementEvent.SettlementOpened(settlement, company, YearMonth.from(DAY), NOW),
                new SettlementEvent.SettlementCalculated(settlement, company, YearMonth.from(DAY), NOW),
                new SettlementEvent.SettlementConfirmed(settlement, company, YearMonth.from(DAY), NOW),
                new SettlementEvent.SettlementReversed(
                        settlement, company, YearMonth.from(DAY), new SettlementId(SOMETHING_ELSE), NOW),
                new SettlementEvent.PostingStarted(settlement, company, NOW),
                new SettlementEvent.SettlementPosted(settlement, company, NOW),
                new SettlementEvent.PostingFailed(settlement, company, PostingFault.DECLINED, NOW),
                new SettlementEvent.ExtraCostsChanged(settlement, company, YearMonth.from(DAY), NOW),
                new KeyEvent.KeyOffered(itself, company, driven, handOver, user, user, NOW, NOW),
                new KeyEvent.KeyOfferAccepted(itself, company, driven, handOver, user, NOW),
                new KeyEvent.KeyOfferDeclined(itself, company, driven, handOver, user, NOW),
                new KeyEvent.KeyOfferExpired(itself, company, driven, handOver, NOW),
                new KeyEvent.HandOverWithdrawn(itself, company, driven, handOver, WithdrawnBy.SUPPORT, NOW),
                new KeyEvent.KeyGrantOpened(itself, company, driven, user, reading, NOW),
                new KeyEvent.KeyGrantClosed(itself, company, driven, user, null, NOW),
                new KeyEvent.KeyGrantPending(itself, company, driven, user, NOW),
                new KeyEvent.KeyRevocationStuck(itself, company, driven, NOW),
                new PaymentEvent.FeeCharged(reservation, company, payment, FeeKind.EXTENSION, 1_500, true, NOW),
                new PaymentEvent.PaymentAuthorised(reservation, company, payment, NOW),
                new PaymentEvent.PaymentCaptured(reservation, company, payment, NOW),
                new PaymentEvent.PaymentTakenBack(reservation, company, payment, NOW),
                new PaymentEvent.PaymentDeclined(reservation, company, payment, DeclineReason.BY_ISSUER, NOW));
    }

    @ParameterizedTest
    @MethodSource("one_of_each_fact")
    void a_fact_is_filed_under_the_aggregate_that_changed(DomainEvent fact) {
        assertThat(fact.subject()).isEqualTo(SUBJECT);
        assertThat(fact.occurredAt()).isEqualTo(NOW);
        if (fact instanceof DomainEvent.OfCompany owned) {
            boolean ofTheCompanyItself = owned.company().value().equals(SUBJECT);
            assertThat(owned.company().value()).isEqualTo(ofTheCompanyItself ? SUBJECT : COMPANY);
        }
    }

    @Test
    void no_kind_of_fact_is_missing_above() {
        assertThat(one_of_each_fact())
                .map(DomainEvent::getClass)
                .containsExactlyInAnyOrderElementsOf(kindsOf(DomainEvent.class).toList());
    }

    @Test
    void a_fact_has_no_room_for_anything_personal() {
        Set<Class<?>> harmless = Set.of(
                CompanyId.class,
                MemberId.class,
                UserId.class,
                VehicleId.class,
                ZoneId.class,
                PlanWindowId.class,
                ReservationId.class,
                OccupancyId.class,
                Period.class,
                Instant.class,
                Odometer.class,
                VehicleStatus.class,
                Cause.class,
                SessionId.class,
                EndReason.class,
                KeyRingId.class,
                KeyId.class,
                boolean.class,
                RouteId.class,
                SlotId.class,
                RunId.class,
                VehicleContractId.class,
                SettlementId.class,
                PostingFault.class,
                HandOverId.class,
                WithdrawnBy.class,
                PaymentId.class,
                FeeKind.class,
                DeclineReason.class,
                LocalDate.class,
                YearMonth.class,
                int.class,
                long.class);

        assertThat(kindsOf(DomainEvent.class)
                        .flatMap(kind -> Arrays.stream(kind.getRecordComponents()))
                        .map(RecordComponent::getType))
                .isSubsetOf(harmless);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends DomainEvent>> kindsOf(Class<? extends DomainEvent> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses())
                        .flatMap(kind -> kindsOf((Class<? extends DomainEvent>) kind));
    }
}
