package io.motorpool.application.shared;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.AccessRefusal;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Answers a request that may be sent twice, once (P13). */
public interface AnswerOnce {

    /** The answer to this request, made now together with its effects, or the one that was given before. */
    Uni<Decision<Given, AccessRefusal>> answer(
            IdempotencyKeys.Request request, Supplier<Uni<IdempotencyKeys.Answer>> work);

    record Given(IdempotencyKeys.Answer answer, boolean replayed) {}

    /** Forgets answers that are older than the promise. */
    Uni<Integer> forgetOld();
}
