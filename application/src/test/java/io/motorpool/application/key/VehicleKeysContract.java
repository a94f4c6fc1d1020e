package io.motorpool.application.key;

import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.key.Custody.Held;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOver.Offered;
import io.motorpool.domain.key.HandOver.Terms;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.KeyPolicy;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of keys keeps. */
public interface VehicleKeysContract extends PortContract {

    VehicleKeys keys();

    CompanyId givenCompany();

    VehicleId givenVehicle(CompanyId company);

    /** Somebody's reservation of the vehicle. */
    ReservationId givenReservation(VehicleId vehicle);

    @Test
    default void a_key_that_nobody_has_had_is_made_when_it_is_locked() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);

        assertThat(inTransaction(() -> keys().find(vehicle))).isEmpty();
        assertThat(locked(vehicle, company).value()).isEqualTo(VehicleKey.of(vehicle, company));
    }

    @Test
    default void a_key_is_found_as_it_was_stored_in_each_of_its_states() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        ReservationId reservation = givenReservation(vehicle);

        VehicleKey.Changed granting = locked(vehicle, company)
                .value()
                .handOut(new KeyGrantId(Ids.next()), reservation, someone(), ODOMETER, MONDAY_8AM);
        store(vehicle, company, granting);
        assertThat(locked(vehicle, company).value()).isEqualTo(granting.key());

        VehicleKey.Changed held = done(granting.key());
        store(vehicle, company, held);
        assertThat(locked(vehicle, company).value()).isEqualTo(held.key());
        assertThat(inTransaction(() -> keys().grants(reservation))).isEqualTo(held.grants());

        VehicleKey.Changed offered = offered(held.key(), MONDAY_8AM);
        store(vehicle, company, offered);
        assertThat(locked(vehicle, company).value()).isEqualTo(offered.key());

        VehicleKey.Changed returned = offered.key().takeBack(null, MONDAY_8AM);
        store(vehicle, company, returned);
        assertThat(locked(vehicle, company).value()).isEqualTo(returned.key());
        assertThat(inTransaction(() -> keys().grants(reservation))).isEqualTo(returned.grants());
        assertThat(inTransaction(() -> keys().handOvers(reservation))).isEqualTo(returned.handOvers());
        assertThat(inTransaction(
                        () -> keys().handOver(returned.handOvers().getFirst().id())))
                .contains(returned.handOvers().getFirst());
    }

    @Test
    default void the_second_of_two_changes_made_from_the_same_version_is_refused() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        Versioned<VehicleKey> seen = locked(vehicle, company);
        VehicleKey.Changed one = seen.value()
                .handOut(new KeyGrantId(Ids.next()), givenReservation(vehicle), someone(), ODOMETER, MONDAY_8AM);
        store(seen, one);

        assertThatThrownBy(() -> store(seen, one)).isInstanceOf(ContendedException.class);
    }

    @Test
    default void a_reservation_never_has_two_open_grants() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        ReservationId reservation = givenReservation(vehicle);
        store(vehicle, company, held(vehicle, company, reservation));
        var second = new KeyGrant.Open(new KeyGrantId(Ids.next()), reservation, someone(), ODOMETER, MONDAY_8AM);
        Versioned<VehicleKey> stored = locked(vehicle, company);

        assertThatThrownBy(() ->
                        store(stored, new VehicleKey.Changed(stored.value(), List.of(second), List.of(), List.of())))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    default void a_reservation_never_has_two_hand_overs_under_way() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        ReservationId reservation = givenReservation(vehicle);
        VehicleKey.Changed held = held(vehicle, company, reservation);
        store(vehicle, company, held);
        store(vehicle, company, offered(held.key(), MONDAY_8AM));
        Versioned<VehicleKey> stored = locked(vehicle, company);
        HandOver second = new Offered(
                new Terms(new HandOverId(Ids.next()), reservation, company, vehicle, someone(), someone(), MONDAY_8AM));

        assertThatThrownBy(() ->
                        store(stored, new VehicleKey.Changed(stored.value(), List.of(), List.of(second), List.of())))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    default void a_vehicle_that_is_to_be_told_something_is_due_until_somebody_tells_it() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        VehicleKey.Changed granting = locked(vehicle, company)
                .value()
                .handOut(new KeyGrantId(Ids.next()), givenReservation(vehicle), someone(), ODOMETER, MONDAY_8AM);
        store(vehicle, company, granting);

        assertThat(due(MONDAY_8AM)).contains(vehicle);
        assertThat(due(MONDAY_8AM.minusMillis(1))).doesNotContain(vehicle);

        Versioned<VehicleKey> stored = locked(vehicle, company);
        store(stored, new VehicleKey.Changed(stored.value().asking(MONDAY_8AM), List.of(), List.of(), List.of()));

        assertThat(due(MONDAY_8AM)).doesNotContain(vehicle);
        assertThat(due(MONDAY_8AM.plus(KeyPolicy.LEASE))).contains(vehicle);
    }

    @Test
    default void an_offer_is_over_when_its_time_is() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        VehicleKey.Changed held = held(vehicle, company, givenReservation(vehicle));
        store(vehicle, company, held);
        store(vehicle, company, offered(held.key(), MONDAY_8AM));
        Instant end = MONDAY_8AM.plus(KeyPolicy.OFFER_LIFE);

        assertThat(over(end.minusMillis(1))).doesNotContain(vehicle);
        assertThat(over(end)).contains(vehicle);
    }

    @Test
    default void an_offer_is_found_by_its_recipient_while_it_waits() {
        CompanyId company = givenCompany();
        VehicleId vehicle = givenVehicle(company);
        VehicleKey.Changed held = held(vehicle, company, givenReservation(vehicle));
        store(vehicle, company, held);
        VehicleKey.Changed offered = offered(held.key(), MONDAY_8AM);
        store(vehicle, company, offered);
        UserId recipient = offered.handOvers().getFirst().terms().recipient();
        Instant end = MONDAY_8AM.plus(KeyPolicy.OFFER_LIFE);

        assertThat(offersTo(recipient, company, end.minusMillis(1))).isEqualTo(offered.handOvers());
        assertThat(offersTo(recipient, company, end)).isEmpty();
        assertThat(offersTo(someone(), company, MONDAY_8AM)).isEmpty();
        assertThat(offersTo(recipient, new CompanyId(Ids.next()), MONDAY_8AM)).isEmpty();

        store(vehicle, company, offered.key().takeBack(null, MONDAY_8AM));

        assertThat(offersTo(recipient, company, MONDAY_8AM)).isEmpty();
    }

    @Test
    default void offers_come_in_the_order_in_which_they_end_and_no_more_than_are_asked_for() {
        CompanyId company = givenCompany();
        UserId recipient = someone();
        List<HandOver> made = new ArrayList<>();
        for (int minute : List.of(2, 0, 1)) {
            VehicleId vehicle = givenVehicle(company);
            VehicleKey.Changed held = held(vehicle, company, givenReservation(vehicle));
            store(vehicle, company, held);
            VehicleKey.Changed offered = offered(held.key(), MONDAY_8AM.plus(Duration.ofMinutes(minute)), recipient);
            store(vehicle, company, offered);
            made.addAll(offered.handOvers());
        }

        assertThat(inTransaction(() -> keys().offersTo(recipient, company, MONDAY_8AM.plusSeconds(300), 2)))
                .containsExactly(made.get(1), made.get(2));
    }

    private List<HandOver> offersTo(UserId recipient, CompanyId company, Instant now) {
        return inTransaction(() -> keys().offersTo(recipient, company, now, 100));
    }

    private List<VehicleId> due(Instant now) {
        return inTransaction(() -> keys().due(now, 1_000)).stream()
                .map(VehicleKey::vehicle)
                .toList();
    }

    private List<VehicleId> over(Instant now) {
        return inTransaction(() -> keys().offersOver(now, 1_000)).stream()
                .map(VehicleKey::vehicle)
                .toList();
    }

    private Versioned<VehicleKey> locked(VehicleId vehicle, CompanyId company) {
        return inTransaction(() -> keys().lock(vehicle, company));
    }

    private void store(VehicleId vehicle, CompanyId company, VehicleKey.Changed changed) {
        store(locked(vehicle, company), changed);
    }

    private void store(Versioned<VehicleKey> stored, VehicleKey.Changed changed) {
        var _ = inTransaction(() -> keys().save(stored.with(changed.key()), changed.grants(), changed.handOvers())
                .replaceWith(true));
    }

    private VehicleKey.Changed held(VehicleId vehicle, CompanyId company, ReservationId reservation) {
        return done(locked(vehicle, company)
                .value()
                .handOut(new KeyGrantId(Ids.next()), reservation, someone(), ODOMETER, MONDAY_8AM)
                .key());
    }

    private static VehicleKey.Changed done(VehicleKey key) {
        KeyOrder order = key.wanted().orElseThrow();
        return key.done(order, ODOMETER, MONDAY_8AM).orElseThrow();
    }

    /** Whether the colleague could take it is not a store's concern. */
    private static VehicleKey.Changed offered(VehicleKey key, Instant at) {
        return offered(key, at, someone());
    }

    private static VehicleKey.Changed offered(VehicleKey key, Instant at, UserId recipient) {
        KeyGrant.Open grant = ((Held) key.custody()).grant();
        var offered = new Offered(new Terms(
                new HandOverId(Ids.next()),
                grant.reservation(),
                key.company(),
                key.vehicle(),
                grant.holder(),
                recipient,
                at));
        return new VehicleKey.Changed(
                new VehicleKey(key.vehicle(), key.company(), key.order(), key.custody(), offered),
                List.of(),
                List.of(offered),
                List.of());
    }

    private static UserId someone() {
        return new UserId(Ids.next());
    }
}
