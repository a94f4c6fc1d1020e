package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.identity.ForgetOldThings;
import io.motorpool.application.identity.SendLetters;
import io.motorpool.application.identity.TurnKeyRing;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the issuer's keys turned, letters sent and old things forgotten, on every node. */
@ApplicationScoped
class IdentityTimers {

    private final TurnKeyRing ring;
    private final SendLetters letters;
    private final ForgetOldThings forget;
    private final Counter sent;
    private final Chore turning = new Chore("turning the key ring");
    private final Chore sending = new Chore("sending letters");
    private final Chore forgetting = new Chore("forgetting what identity needs no more");

    IdentityTimers(TurnKeyRing ring, SendLetters letters, ForgetOldThings forget, MeterRegistry meters) {
        this.ring = ring;
        this.letters = letters;
        this.forget = forget;
        this.sent = Counter.builder("motorpool.letters.sent")
                .description("Letters that this node handed to the mail server")
                .register(meters);
    }

    @Scheduled(
            identity = "turn-key-ring",
            every = "${motorpool.identity.keys.turned-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> turnKeyRing() {
        return turning.doWhatIsPermitted(() -> ring.turn(SweepTimer.MOTORPOOL), _ -> {});
    }

    @Scheduled(
            identity = "send-letters",
            every = "${motorpool.identity.letters.sent-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sendLetters() {
        return sending.doWhatIsPermitted(() -> letters.send(SweepTimer.MOTORPOOL), sent::increment);
    }

    @Scheduled(
            identity = "forget-identity",
            every = "${motorpool.identity.forgotten-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forgetOldThings() {
        return forgetting.doWhatIsPermitted(() -> forget.forget(SweepTimer.MOTORPOOL), _ -> {});
    }
}
