package io.motorpool.adapters.scheduler;

import io.motorpool.application.shared.AnswerOnce;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has answers forgotten that nobody can ask for again (P13). */
@ApplicationScoped
class ForgetTimer {

    private final AnswerOnce answerOnce;
    private final Standing standing = new Standing("forgetting old answers");

    ForgetTimer(AnswerOnce answerOnce) {
        this.answerOnce = answerOnce;
    }

    /** A limited number at a time, until none is left. */
    @Scheduled(
            identity = "forget-old-answers",
            every = "${motorpool.forget.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Multi.createBy()
                .repeating()
                .uni(answerOnce::forgetOld)
                .until(forgotten -> forgotten == 0)
                .collect()
                .last()
                .invoke(standing::worked)
                .onFailure()
                .invoke(standing::failed)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
