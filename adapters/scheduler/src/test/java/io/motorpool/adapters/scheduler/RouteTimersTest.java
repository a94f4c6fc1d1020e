package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.route.PlanRuns;
import io.motorpool.application.route.VehicleCalls;
import io.motorpool.application.settlement.RegisterVehicles;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RouteTimersTest {

    /** Already the first of April in Seoul. */
    private static final Instant LAST_EVENING_OF_MARCH = Instant.parse("2026-03-31T15:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> asked = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Deque<Uni<Decision<Boolean, Refusal>>> vehicles = new ArrayDeque<>();
    private PlanRuns.Report planned = new PlanRuns.Report(4, 1, 0);
    private CapturePrices.Report captured = new CapturePrices.Report(7, List.of());

    private final RouteTimers timers = new RouteTimers(
            (caller, _, from, until) -> by(caller, "plan %s %s".formatted(from, until), planned),
            (caller, company, month) -> by(caller, "capture %s %s".formatted(company, month), captured),
            new Register(),
            new InTests(),
            Clock.fixed(LAST_EVENING_OF_MARCH, ZoneOffset.UTC),
            meters);

    @Test
    void runs_are_planned_from_today_in_seoul_as_far_ahead_as_is_set() {
        once(timers.planRuns());

        assertThat(asked).containsExactly("plan 2026-04-01 2026-04-08");
        assertThat(count("motorpool.runs.planned")).isEqualTo(4);
    }

    @Test
    void prices_of_all_companies_are_captured_for_the_month_before_and_this_one() {
        once(timers.capturePrices());

        assertThat(asked).containsExactly("capture Optional.empty 2026-03", "capture Optional.empty 2026-04");
        assertThat(count("motorpool.prices.captured")).isEqualTo(14);
    }

    @Test
    void one_vehicle_after_the_other_is_registered_until_none_waits() {
        vehicles.addAll(List.of(found(true), found(true), found(false), found(true)));

        once(timers.registerVehicles());

        assertThat(vehicles).hasSize(1);
        assertThat(count("motorpool.vehicles.asked")).isEqualTo(2);
    }

    @Test
    void a_failure_ends_the_round_is_told_once_and_the_next_round_goes_on() {
        vehicles.addAll(List.of(
                found(true), Uni.createFrom().failure(new IllegalStateException("database gone")), found(true)));

        try (Logged log = new Logged(Standing.class)) {
            once(timers.registerVehicles());
            assertThat(log.messages()).hasSize(1);
        }
        assertThat(vehicles).hasSize(1);

        vehicles.add(found(false));
        once(timers.registerVehicles());
        assertThat(vehicles).isEmpty();
        assertThat(count("motorpool.vehicles.asked")).isEqualTo(2);
    }

    @Test
    void what_could_not_be_done_now_is_told() {
        planned = new PlanRuns.Report(0, 0, 3);
        captured = new CapturePrices.Report(0, List.of(new CompanyId(new UUID(0, 1))));

        try (Logged log = new Logged(RouteTimers.class)) {
            once(timers.planRuns());
            once(timers.capturePrices());

            assertThat(log.messages()).hasSize(3);
        }
    }

    @Test
    void they_act_as_motorpool_itself_which_may_do_just_that() {
        vehicles.add(found(false));

        once(timers.planRuns());
        once(timers.capturePrices());
        once(timers.registerVehicles());

        assertThat(callers).hasSize(4).containsOnly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.PLAN_RUNS)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.CAPTURE_PRICES)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.REGISTER_VEHICLES)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.DISPATCH_VEHICLES)).isFalse();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.AGREE_RATES)).isFalse();
    }

    private final class Register implements RegisterVehicles {

        @Override
        public Uni<Decision<Boolean, Refusal>> registerNext(Caller caller) {
            callers.add(caller);
            return vehicles.remove();
        }

        @Override
        public Uni<Decision<Page<VehicleCalls.Waiting>, Refusal>> waiting(
                Caller caller, Optional<CompanyId> company, Page.Request page) {
            throw new AssertionError("nobody asked");
        }

        @Override
        public Uni<Decision<VehicleId, Refusal>> retry(Caller caller, VehicleId vehicle) {
            throw new AssertionError("nobody asked");
        }
    }

    private record InTests() implements RouteTimersConfig {

        @Override
        public String plannedEvery() {
            return "off";
        }

        @Override
        public int daysAhead() {
            return 7;
        }

        @Override
        public String capturedEvery() {
            return "off";
        }

        @Override
        public String registeredEvery() {
            return "off";
        }
    }

    private static Uni<Decision<Boolean, Refusal>> found(boolean vehicle) {
        return Uni.createFrom().item(Decision.accept(vehicle));
    }

    private <T> Uni<Decision<T, Refusal>> by(Caller caller, String call, T answer) {
        callers.add(caller);
        asked.add(call);
        return Uni.createFrom().item(Decision.accept(answer));
    }

    private double count(String meter) {
        return meters.get(meter).counter().count();
    }

    private static void once(Uni<Void> timer) {
        var _ = timer.await().indefinitely();
    }
}
