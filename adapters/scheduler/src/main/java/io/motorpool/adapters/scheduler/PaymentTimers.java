package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.payment.AskGateway;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the payment gateway asked, on every node. Whatever one node has begun is left to it until its lease is over. */
@ApplicationScoped
class PaymentTimers {

    private final AskGateway gateway;
    private final Counter answered;
    private final Chore asking = new Chore("asking the payment gateway");

    PaymentTimers(AskGateway gateway, MeterRegistry meters) {
        this.gateway = gateway;
        this.answered = Counter.builder("motorpool.payments.answered")
                .description("Payments about which the gateway gave this node a clear answer")
                .register(meters);
    }

    @Scheduled(
            identity = "ask-gateway",
            every = "${motorpool.timers.gateway-asked-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> askGateway() {
        return asking.doWhatIsPermitted(() -> gateway.ask(SweepTimer.MOTORPOOL), answered::increment);
    }
}
