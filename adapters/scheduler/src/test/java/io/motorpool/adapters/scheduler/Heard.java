package io.motorpool.adapters.scheduler;

import io.motorpool.application.identity.CutOffList;
import io.motorpool.application.identity.ForgetOldThings;
import io.motorpool.application.identity.KeyRingView;
import io.motorpool.application.identity.SendLetters;
import io.motorpool.application.identity.TurnKeyRing;
import io.motorpool.application.key.TellVehicles;
import io.motorpool.application.payment.AskGateway;
import io.motorpool.application.reconciliation.CompareHistories;
import io.motorpool.application.reservation.SweepReservations;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.route.PlanRuns;
import io.motorpool.application.route.VehicleCalls;
import io.motorpool.application.settlement.JobId;
import io.motorpool.application.settlement.PostSettlements;
import io.motorpool.application.settlement.PressSettlement;
import io.motorpool.application.settlement.RegisterVehicles;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.RelayOutbox;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.reconciliation.Position;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** In-ports that only note who called, and whether a unit of work could have begun there. */
@Singleton
class Heard
        implements RelayOutbox,
                SweepReservations,
                AnswerOnce,
                TurnKeyRing,
                SendLetters,
                ForgetOldThings,
                CutOffList,
                PlanRuns,
                CapturePrices,
                RegisterVehicles,
                PressSettlement,
                PostSettlements,
                TellVehicles,
                AskGateway,
                CompareHistories {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

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

    @Override
    public Uni<Decision<PlanRuns.Report, Refusal>> plan(
            Caller caller, Optional<CompanyId> company, LocalDate from, LocalDate until) {
        return note("plan", Decision.accept(PlanRuns.Report.NOTHING));
    }

    @Override
    public Uni<Decision<CapturePrices.Report, Refusal>> capture(
            Caller caller, Optional<CompanyId> company, YearMonth month) {
        return note("capture", Decision.accept(new CapturePrices.Report(0, List.of())));
    }

    @Override
    public Uni<Decision<Boolean, Refusal>> registerNext(Caller caller) {
        return note("register", Decision.accept(false));
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

    @Override
    public Uni<Decision<SettlementJob, Refusal>> press(Caller caller, YearMonth month, List<CompanyId> companies) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<SettlementJob, Refusal>> pressAll(Caller caller, YearMonth month) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<SettlementJob, Refusal>> watch(Caller caller, JobId job) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<Boolean, Refusal>> workOn(Caller caller) {
        return note("press", Decision.accept(false));
    }

    @Override
    public Uni<Decision<Optional<SettlementView>, Refusal>> postNext(Caller caller) {
        return note("post", Decision.accept(Optional.empty()));
    }

    @Override
    public Uni<Decision<SettlementView, Refusal>> post(Caller caller, SettlementId settlement, Version seen) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<Integer, Refusal>> expireOffers(Caller caller) {
        return note("expire offers", Decision.accept(0));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> tell(Caller caller) {
        return note("tell vehicles", Decision.accept(0));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> ask(Caller caller) {
        return note("ask gateway", Decision.accept(0));
    }

    @Override
    public Uni<Decision<Round, Refusal>> compareQuiet(Caller caller) {
        return note("compare", Decision.accept(new Round(0, Map.of(), false)));
    }

    @Override
    public Uni<Decision<Round, Refusal>> compareUpTo(Caller caller, Position watermark) {
        throw new AssertionError("nobody asked");
    }

    @Override
    public Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark) {
        throw new AssertionError("nobody asked");
    }

    <T> Uni<T> note(String call, T answer) {
        VertxContextSafetyToggle.validateContextIfExists("unsafe", "not marked");
        calls.add(call + (VertxContext.isOnDuplicatedContext() ? "" : ", on no context of its own"));
        return Uni.createFrom().item(answer);
    }
}
