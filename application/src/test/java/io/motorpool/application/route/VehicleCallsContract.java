package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.VehicleCalls.Call;
import io.motorpool.application.route.VehicleCalls.Claimed;
import io.motorpool.application.route.VehicleCalls.Waiting;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every keeper of calls promises. Other tests' calls may wait in the same store, so these calls are older than any other
 * and every test answers its own.
 */
public interface VehicleCallsContract extends RouteGround {

    Duration LEASE = Duration.ofMinutes(2);

    /** Before anything else in the store was due. */
    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    VehicleCalls calls();

    @Test
    default void a_vehicle_is_claimed_when_it_is_due_and_by_one_caller_at_a_time() {
        Call call = given(LONG_AGO);

        assertThat(claim(LONG_AGO.minusSeconds(1))).isEmpty();
        List<Optional<Claimed>> claimed = AtOnce.times(4, () -> claim(LONG_AGO));

        assertThat(claimed).filteredOn(Optional::isPresent).hasSize(1);
        Claimed own = claimed.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(own).isEqualTo(new Claimed(call.vehicle(), call.company(), LONG_AGO, null));
        done(own);
        assertThat(claim(LONG_AGO.plus(LEASE))).isEmpty();
    }

    @Test
    default void whoever_was_lost_is_followed_once_the_lease_is_over_by_one_who_knows_since_when() {
        Call call = given(LONG_AGO);
        assertThat(claim(LONG_AGO)).isPresent();

        Instant later = LONG_AGO.plus(LEASE);
        assertThat(claim(later.minusSeconds(1))).isEmpty();
        Claimed second = claim(later).orElseThrow();

        assertThat(second).isEqualTo(new Claimed(call.vehicle(), call.company(), later, LONG_AGO));
        done(second);
    }

    @Test
    default void what_is_postponed_waits_and_tells_what_may_be_under_way() {
        Call call = given(LONG_AGO);
        Claimed first = claim(LONG_AGO).orElseThrow();

        inTransaction(() -> calls().postpone(first, "NO_ANSWER", LONG_AGO.plusSeconds(600), LONG_AGO.plusSeconds(1)));

        assertThat(claim(LONG_AGO.plusSeconds(599))).isEmpty();
        assertThat(waiting(call.company()))
                .containsExactly(new Waiting(call.vehicle(), call.company(), LONG_AGO, 1, "NO_ANSWER", false));
        Claimed again = claim(LONG_AGO.plusSeconds(600)).orElseThrow();
        assertThat(again.askedBefore()).isEqualTo(LONG_AGO.plusSeconds(1));
        done(again);
        assertThat(waiting(call.company())).isEmpty();
    }

    @Test
    default void what_has_sent_nothing_leaves_nothing_under_way() {
        Call call = given(LONG_AGO);
        Claimed first = claim(LONG_AGO).orElseThrow();

        inTransaction(() -> calls().postpone(first, "OUT_OF_REACH", LONG_AGO.plusSeconds(30), null));

        Claimed again = claim(LONG_AGO.plusSeconds(30)).orElseThrow();
        assertThat(again).isEqualTo(new Claimed(call.vehicle(), call.company(), LONG_AGO.plusSeconds(30), null));
        done(again);
    }

    @Test
    default void what_is_rejected_waits_for_somebody_and_is_then_tried_again() {
        Call call = given(LONG_AGO);
        Claimed first = claim(LONG_AGO).orElseThrow();

        inTransaction(() -> calls().reject(first, "DECLINED"));

        assertThat(claim(LONG_AGO.plus(LEASE))).isEmpty();
        assertThat(waiting(call.company())).extracting(Waiting::rejected).containsExactly(true);
        assertThat(inTransaction(() -> calls().retry(call.vehicle(), LONG_AGO))).isTrue();
        assertThat(inTransaction(() -> calls().retry(call.vehicle(), LONG_AGO))).isFalse();
        Claimed again = claim(LONG_AGO).orElseThrow();
        assertThat(again.askedBefore()).isNull();
        done(again);
    }

    @Test
    default void a_call_that_came_after_the_claim_stays() {
        Call call = given(LONG_AGO);
        Claimed first = claim(LONG_AGO).orElseThrow();
        Call later = new Call(call.vehicle(), call.company(), LONG_AGO.plusSeconds(60));
        inTransaction(() -> calls().add(List.of(later)));

        done(first);

        Claimed second = claim(LONG_AGO.plusSeconds(60)).orElseThrow();
        assertThat(second.vehicle()).isEqualTo(call.vehicle());
        done(second);
        assertThat(waiting(call.company())).isEmpty();
    }

    private Call given(Instant due) {
        CompanyId company = givenCompany();
        Vehicle vehicle = givenVehicle(company);
        Call call = new Call(vehicle.id(), company, due);
        return inTransaction(() -> calls().add(List.of(call)).replaceWith(call));
    }

    private Optional<Claimed> claim(Instant now) {
        return inTransaction(() -> calls().claim(now, LEASE));
    }

    private void done(Claimed claimed) {
        inTransaction(() -> calls().done(claimed));
    }

    private List<Waiting> waiting(CompanyId company) {
        return inTransaction(() -> calls().list(new CompanyScope.Only(company), Page.Request.first()))
                .items();
    }
}
