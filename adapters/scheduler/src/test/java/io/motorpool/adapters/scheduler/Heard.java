package io.motorpool.adapters.scheduler;

import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.application.shared.RelayOutbox;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.Caller;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** In-ports that only note who called, and whether a unit of work could have begun there. */
@Singleton
class Heard implements RelayOutbox, SweepReservations, AnswerOnce {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Uni<Integer> relayBatch() {
        return note("relay", 0);
    }

    @Override
    public Uni<Decision<Report, Refusal>> lateReturns(Caller caller) {
        return note("late returns", Decision.accept(Report.NOTHING));
    }

    @Override
    public Uni<Decision<Report, Refusal>> noShows(Caller caller) {
        return note("no-shows", Decision.accept(Report.NOTHING));
    }

    @Override
    public Uni<Integer> forgetOld() {
        return note("forget", 0);
    }

    @Override
    public Uni<Decision<Given, AccessRefusal>> answer(
            IdempotencyKeys.Request request, Supplier<Uni<IdempotencyKeys.Answer>> work) {
        throw new AssertionError("nobody asked");
    }

    private <T> Uni<T> note(String call, T answer) {
        VertxContextSafetyToggle.validateContextIfExists("unsafe", "not marked");
        calls.add(call + (VertxContext.isOnDuplicatedContext() ? "" : ", on no context of its own"));
        return Uni.createFrom().item(answer);
    }
}
