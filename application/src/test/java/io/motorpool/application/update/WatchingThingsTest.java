package io.motorpool.application.update;

import static io.motorpool.application.fleet.FleetFixtures.aVehicle;
import static io.motorpool.application.fleet.FleetFixtures.aZone;
import static io.motorpool.application.reservation.ReservationFixtures.driverOf;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.reservation.ReservationFixtures.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.fleet.InMemoryZones;
import io.motorpool.application.map.InMemoryZoneMarkers;
import io.motorpool.application.map.InMemoryZoneVehicles;
import io.motorpool.application.map.MapQueriesService;
import io.motorpool.application.payment.InMemoryCards;
import io.motorpool.application.payment.WalletReader;
import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.shared.Answer;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.InMemoryChangeSignals;
import io.motorpool.application.shared.Soon;
import io.motorpool.application.update.WatchZone.ZoneChange;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.reservation.ReservationStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of a reservation and of a zone, by what their use cases show. */
class WatchingThingsTest {

    private static final Pace PACE =
            new Pace(Duration.ofMillis(1), Duration.ofMinutes(1), Duration.ofMillis(1), Duration.ofMinutes(5));

    private final InMemoryChangeSignals signals = new InMemoryChangeSignals();
    private final Lookout lookout = new Lookout(signals, PACE, Clock.systemUTC());
    private final InMemoryZones zones = new InMemoryZones();
    private final AMotorpool motorpool = new AMotorpool(_ -> List.of());
    private final WatchReservation watchReservation = new WatchReservationService(lookout, motorpool.queries());
    private final WatchZone watchZone = new WatchZoneService(
            lookout,
            new MapQueriesService(
                    motorpool.unitOfWork,
                    new InMemoryZoneMarkers(zones, motorpool.vehicles),
                    new InMemoryZoneVehicles(zones, motorpool.vehicles, motorpool.surroundings),
                    new WalletReader(motorpool.companies, new InMemoryCards()),
                    motorpool.clock));

    private final CompanyId company = motorpool.givenCompany();
    private final Caller driver = Callers.ofCompany(motorpool.givenDriver(company), company, Role.MEMBER);
    private final VirtualZone zone = givenZone();

    @AfterEach
    void nobody_is_left() {
        assertThat(lookout.watchers()).isZero();
    }

    @Test
    void a_reservation_is_told_with_each_of_its_versions() {
        Reserved reserved = motorpool.givenReserved(motorpool.givenVehicle(company), hours(10, 12));
        var watcher = watch(driverOf(reserved), reserved, Optional.empty());
        Soon.passes(() -> assertThat(Somebody.news(watcher)).hasSize(1));

        cancel(reserved);

        Soon.passes(() -> assertThat(Somebody.news(watcher))
                .extracting(ReservationView::status)
                .containsExactly(ReservationStatus.RESERVED, ReservationStatus.CANCELLED));
        var _ = watcher.cancel();
    }

    @Test
    void who_comes_back_is_told_of_what_they_have_not_seen() {
        Reserved reserved = motorpool.givenReserved(motorpool.givenVehicle(company), hours(10, 12));
        Caller own = driverOf(reserved);
        Version seen = motorpool.stored(reserved.id()).version();

        var upToDate = watch(own, reserved, Optional.of(seen));
        Soon.passes(() -> assertThat(upToDate.getItems()).containsExactly(Decision.accept(new Sight.Same<>())));
        var _ = upToDate.cancel();
        cancel(reserved);
        var behind = watch(own, reserved, Optional.of(seen));

        Soon.passes(() -> assertThat(Somebody.news(behind))
                .extracting(ReservationView::status)
                .containsExactly(ReservationStatus.CANCELLED));
        var _ = behind.cancel();
    }

    @Test
    void what_may_not_be_seen_is_not_watched() {
        Reserved reserved = motorpool.givenReserved(motorpool.givenVehicle(company), hours(10, 12));

        var colleague = watch(driver, reserved, Optional.empty());
        var stranger = watch(Callers.anAdminOf(motorpool.givenCompany()), reserved, Optional.empty());

        Decision<Sight<ReservationView>, Refusal> refused = Decision.refuse(new NotFound(Thing.RESERVATION));
        assertThat(colleague.awaitCompletion().getItems()).containsExactly(refused);
        assertThat(stranger.awaitCompletion().getItems()).containsExactly(refused);
    }

    @Test
    void of_a_zone_all_is_shown_first_and_then_what_is_different() {
        Vehicle one = givenVehicle();
        Vehicle other = givenVehicle();
        var watcher = watchZone(driver, Optional.empty());
        Soon.passes(() -> assertThat(Somebody.news(watcher)).hasSize(1));
        ZoneChange first = Somebody.news(watcher).getFirst();
        assertThat(first.whole()).isTrue();
        assertThat(first.rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.available()).isTrue());

        var _ = motorpool.givenReserved(other, hours(10, 12));
        touched();
        Soon.passes(() -> assertThat(Somebody.news(watcher)).hasSize(2));
        leaves(one);
        touched();

        Soon.passes(() -> assertThat(Somebody.news(watcher)).hasSize(3));
        ZoneChange second = Somebody.news(watcher).get(1);
        assertThat(second.whole()).isFalse();
        assertThat(second.rows()).singleElement().satisfies(row -> {
            assertThat(row.vehicle()).isEqualTo(other.id());
            assertThat(row.available()).isFalse();
        });
        assertThat(second.gone()).isEmpty();
        ZoneChange third = Somebody.news(watcher).getLast();
        assertThat(third.rows()).isEmpty();
        assertThat(third.gone()).containsExactly(one.id());
        var _ = watcher.cancel();
    }

    @Test
    void who_comes_back_to_a_zone_is_shown_all_of_it_unless_it_looks_as_they_know_it() {
        Vehicle vehicle = givenVehicle();
        var first = watchZone(driver, Optional.empty());
        Soon.passes(() -> assertThat(Somebody.news(first)).hasSize(1));
        Optional<ZoneState> known = Optional.of(Somebody.news(first).getFirst().state());
        var _ = first.cancel();

        var upToDate = watchZone(driver, known);
        Soon.passes(() -> assertThat(upToDate.getItems()).containsExactly(Decision.accept(new Sight.Same<>())));
        var _ = motorpool.givenReserved(vehicle, hours(10, 12));
        touched();
        Soon.passes(() -> assertThat(Somebody.news(upToDate)).singleElement().satisfies(change -> {
            assertThat(change.whole()).as("only what is different").isFalse();
            assertThat(change.rows()).hasSize(1);
        }));
        var _ = upToDate.cancel();
        var behind = watchZone(driver, known);

        Soon.passes(() -> assertThat(Somebody.news(behind))
                .singleElement()
                .satisfies(change -> assertThat(change.whole()).isTrue()));
        var _ = behind.cancel();
    }

    @Test
    void a_zone_is_watched_page_by_page_as_far_as_it_goes() {
        for (int i = 0; i < 101; i++) {
            var _ = givenVehicle();
        }
        var watcher = watchZone(driver, Optional.empty());
        Soon.passes(() -> assertThat(Somebody.news(watcher)).singleElement().satisfies(change -> {
            assertThat(change.rows()).hasSize(101);
            assertThat(change.truncated()).isFalse();
        }));
        for (int i = 101; i <= WatchZone.MOST_VEHICLES; i++) {
            var _ = givenVehicle();
        }
        touched();

        Soon.passes(() -> assertThat(Somebody.news(watcher))
                .last()
                .satisfies(change -> assertThat(change.truncated()).isTrue()));
        var _ = watcher.cancel();
    }

    @Test
    void a_zone_is_watched_by_those_who_could_reserve_there() {
        assertThat(watchZone(Callers.aMemberOf(motorpool.givenCompany()), Optional.empty())
                        .awaitCompletion()
                        .getItems())
                .containsExactly(Decision.refuse(new NotFound(Thing.ZONE)));
        assertThat(watchZone(Callers.aPrivatePerson(), Optional.empty())
                        .awaitCompletion()
                        .getItems())
                .containsExactly(Decision.refuse(new NotFound(Thing.ZONE)));
    }

    private AssertSubscriber<Decision<Sight<ReservationView>, Refusal>> watch(
            Caller caller, Reserved reserved, Optional<Version> seen) {
        return Somebody.told(watchReservation.watch(Somebody.watching(caller), reserved.id(), seen));
    }

    private AssertSubscriber<Decision<Sight<ZoneChange>, Refusal>> watchZone(Caller caller, Optional<ZoneState> seen) {
        return Somebody.told(watchZone.watch(Somebody.watching(caller), zone.id(), hours(10, 12), seen));
    }

    private void cancel(Reserved reserved) {
        Answer.succeeds(motorpool.desk.cancel.cancel(motorpool.byDriver(reserved)));
        signals.changed(Set.of(reserved.id().value()));
    }

    private void touched() {
        signals.changed(Set.of(company.value()));
    }

    private Vehicle givenVehicle() {
        return motorpool.given(aVehicle(company, zone.id()));
    }

    private void leaves(Vehicle vehicle) {
        var _ = motorpool
                .vehicles
                .find(vehicle.id())
                .map(found -> found.orElseThrow().with(in(VehicleStatus.RETIRED, vehicle)))
                .chain(motorpool.vehicles::save)
                .await()
                .indefinitely();
    }

    private VirtualZone givenZone() {
        VirtualZone made = aZone(company);
        var _ = zones.add(made).await().indefinitely();
        return made;
    }
}
