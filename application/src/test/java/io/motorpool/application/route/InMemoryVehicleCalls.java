package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls in memory. */
public final class InMemoryVehicleCalls implements VehicleCalls {

    private final List<Call> calls = new ArrayList<>();
    private final Map<VehicleId, State> states = new HashMap<>();

    /** How a vehicle with calls stands. */
    private record State(
            int attempts, Instant notBefore, @Nullable Instant asked, String trouble, boolean rejected) {}

    private static final State FRESH = new State(0, Instant.MIN, null, "", false);

    @Override
    public Uni<Void> add(List<Call> more) {
        return Uni.createFrom().voidItem().invoke(() -> addNow(more));
    }

    private synchronized void addNow(List<Call> more) {
        calls.addAll(more);
    }

    private State stateOf(VehicleId vehicle) {
        return states.getOrDefault(vehicle, FRESH);
    }

    @Override
    public Uni<Optional<Claimed>> claim(Instant now, Duration lease) {
        return Uni.createFrom().item(() -> claimNow(now, lease));
    }

    private synchronized Optional<Claimed> claimNow(Instant now, Duration lease) {
        Optional<Call> next = calls.stream()
                .filter(call -> !call.due().isAfter(now))
                .filter(call -> !stateOf(call.vehicle()).rejected())
                .filter(call -> !stateOf(call.vehicle()).notBefore().isAfter(now))
                .min(Comparator.comparing(Call::due));
        return next.map(call -> {
            State state = stateOf(call.vehicle());
            states.put(call.vehicle(), new State(state.attempts() + 1, now.plus(lease), now, state.trouble(), false));
            return new Claimed(call.vehicle(), call.company(), now, state.asked());
        });
    }

    @Override
    public Uni<Void> done(Claimed claimed) {
        return Uni.createFrom().voidItem().invoke(() -> doneNow(claimed));
    }

    private synchronized void doneNow(Claimed claimed) {
        calls.removeIf(
                call -> call.vehicle().equals(claimed.vehicle()) && !call.due().isAfter(claimed.at()));
        states.remove(claimed.vehicle());
    }

    @Override
    public Uni<Void> postpone(Claimed claimed, String trouble, Instant notBefore, @Nullable Instant underWaySince) {
        return Uni.createFrom().voidItem().invoke(() -> put(claimed, notBefore, underWaySince, trouble, false));
    }

    @Override
    public Uni<Void> reject(Claimed claimed, String reason) {
        return Uni.createFrom().voidItem().invoke(() -> put(claimed, Instant.MIN, null, reason, true));
    }

    private synchronized void put(
            Claimed claimed, Instant notBefore, @Nullable Instant asked, String trouble, boolean rejected) {
        int attempts = stateOf(claimed.vehicle()).attempts();
        states.put(claimed.vehicle(), new State(attempts, notBefore, asked, trouble, rejected));
    }

    @Override
    public Uni<Boolean> retry(VehicleId vehicle, Instant now) {
        return Uni.createFrom().item(() -> retryNow(vehicle, now));
    }

    private synchronized boolean retryNow(VehicleId vehicle, Instant now) {
        State state = stateOf(vehicle);
        if (!state.rejected()) {
            return false;
        }
        states.put(vehicle, new State(state.attempts(), now, null, state.trouble(), false));
        return true;
    }

    @Override
    public Uni<Page<Waiting>> list(CompanyScope scope, Page.Request page) {
        return Uni.createFrom().item(() -> listNow(scope, page));
    }

    private synchronized Page<Waiting> listNow(CompanyScope scope, Page.Request page) {
        Map<VehicleId, Call> first = new HashMap<>();
        calls.forEach(call ->
                first.merge(call.vehicle(), call, (one, other) -> one.due().isAfter(other.due()) ? other : one));
        List<Waiting> waiting = first.values().stream()
                .filter(call -> within(scope, call.company()))
                .sorted(Comparator.comparing(call -> call.vehicle().value().toString()))
                .filter(call -> page.after()
                        .map(cursor -> call.vehicle()
                                        .value()
                                        .toString()
                                        .compareTo(cursor.id().toString())
                                > 0)
                        .orElse(true))
                .limit(page.limit() + 1L)
                .map(this::waiting)
                .toList();
        return Page.of(waiting, page, it -> new Page.Cursor(null, it.vehicle().value()));
    }

    private Waiting waiting(Call call) {
        State state = stateOf(call.vehicle());
        return new Waiting(
                call.vehicle(), call.company(), call.due(), state.attempts(), state.trouble(), state.rejected());
    }

    private static boolean within(CompanyScope scope, CompanyId company) {
        return switch (scope) {
            case CompanyScope.Every _ -> true;
            case CompanyScope.Only(var only) -> only.equals(company);
            case CompanyScope.None _ -> false;
        };
    }
}
