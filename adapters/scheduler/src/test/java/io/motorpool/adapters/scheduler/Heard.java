package io.motorpool.adapters.scheduler;

import io.motorpool.application.identity.CutOffList;
import io.motorpool.application.identity.ForgetOldThings;
import io.motorpool.application.identity.KeyRingView;
import io.motorpool.application.identity.SendLetters;
import io.motorpool.application.identity.TurnKeyRing;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.application.shared.RelayOutbox;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.CutOff;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** In-ports that only note who called, and whether a unit of work could have begun there. */
@Singleton
class Heard
        implements RelayOutbox, SweepReservations, AnswerOnce, TurnKeyRing, SendLetters, ForgetOldThings, CutOffList {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Uni<Integer> relayBatch() {
        return note("relay", 0);
    }

    @Override
    public Uni<Decision<SweepReservations.Report, Refusal>> lateReturns(Caller caller) {
        return note("late returns", Decision.accept(SweepReservations.Report.NOTHING));
    }

    @Override
    public Uni<Decision<SweepReservations.Report, Refusal>> noShows(Caller caller) {
        return note("no-shows", Decision.accept(SweepReservations.Report.NOTHING));
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

    @Override
    public Uni<Decision<KeyRingView, Refusal>> turn(Caller caller) {
        return note("turn", Decision.accept(new KeyRingView(List.of(), 0, false)));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> send(Caller caller) {
        return note("letters", Decision.accept(0));
    }

    @Override
    public Uni<Decision<ForgetOldThings.Report, Refusal>> forget(Caller caller) {
        return note("forget identity", Decision.accept(new ForgetOldThings.Report(0, 0)));
    }

    @Override
    public Uni<Void> refresh() {
        return note("cut-offs", 0).replaceWithVoid();
    }

    @Override
    public List<CutOff> current() {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Optional<List<CutOff>> ifYoung() {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<List<CutOff>> upToDate() {
        throw new AssertionError("nobody asked");
    }

    private <T> Uni<T> note(String call, T answer) {
        VertxContextSafetyToggle.validateContextIfExists("unsafe", "not marked");
        calls.add(call + (VertxContext.isOnDuplicatedContext() ? "" : ", on no context of its own"));
        return Uni.createFrom().item(answer);
    }
}
