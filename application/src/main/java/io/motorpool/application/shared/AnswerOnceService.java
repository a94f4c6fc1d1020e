package io.motorpool.application.shared;

import io.motorpool.application.shared.IdempotencyKeys.Answer;
import io.motorpool.application.shared.IdempotencyKeys.Request;
import io.motorpool.application.shared.IdempotencyKeys.Standing;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.function.Supplier;

/** Keeps the answer in the unit of work of its effects, so that one is never there without the other. */
public final class AnswerOnceService implements AnswerOnce {

    private static final int AT_A_TIME = 1_000;

    private final UnitOfWork unitOfWork;
    private final IdempotencyKeys keys;
    private final Clock clock;

    public AnswerOnceService(UnitOfWork unitOfWork, IdempotencyKeys keys, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Given, AccessRefusal>> answer(Request request, Supplier<Uni<Answer>> work) {
        return unitOfWork.inTransaction(
                () -> keys.claim(request, clock.instant()).chain(standing -> accordingTo(standing, request, work)));
    }

    @Override
    public Uni<Integer> forgetOld() {
        return unitOfWork.inTransaction(
                () -> keys.forgetBefore(clock.instant().minus(IdempotencyKeys.KEPT), AT_A_TIME));
    }

    private Uni<Decision<Given, AccessRefusal>> accordingTo(
            Standing standing, Request request, Supplier<Uni<Answer>> work) {
        return switch (standing) {
            case Standing.Fresh _ ->
                work.get()
                        .call(answer -> keys.remember(request, answer, clock.instant()))
                        .map(answer -> Decision.accept(new Given(answer, false)));
            case Standing.Answered(var answer) -> Uni.createFrom().item(Decision.accept(new Given(answer, true)));
            case Standing.InFlight _ -> Uni.createFrom().item(Decision.refuse(new AccessRefusal.RequestInFlight()));
            case Standing.Reused _ -> Uni.createFrom().item(Decision.refuse(new AccessRefusal.IdempotencyKeyReused()));
        };
    }
}
