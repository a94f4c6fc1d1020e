package io.motorpool.adapters.scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.key.TellVehicles;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has vehicles told whose keys to learn and to forget, and offers ended that nobody answered, on every node. Whatever one
 * node has begun is left to it until its lease is over.
 */
@ApplicationScoped
class KeyTimers {

    private final TellVehicles vehicles;
    private final Counter told;
    private final Counter expired;
    private final Chore telling = new Chore("telling vehicles");
    private final Chore expiring = new Chore("ending offers of keys");

    KeyTimers(TellVehicles vehicles, MeterRegistry meters) {
        this.vehicles = vehicles;
        this.told = Counter.builder("motorpool.keys.told")
                .description("Orders about keys that vehicles carried out for this node")
                .register(meters);
        this.expired = Counter.builder("motorpool.keys.expired")
                .description("Offers of keys that this node ended because nobody answered in time")
                .register(meters);
    }

    /** Also while an earlier sweep waits for vehicles that are silent. */
    @Scheduled(
            identity = "tell-vehicles",
            every = "${motorpool.timers.vehicles-told-every}",
            concurrentExecution = ConcurrentExecution.PROCEED)
    Uni<Void> tellVehicles() {
        return telling.doWhatIsPermitted(() -> vehicles.tell(SweepTimer.MOTORPOOL), told::increment);
    }

    @Scheduled(
            identity = "expire-key-offers",
            every = "${motorpool.timers.offers-expired-every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expireOffers() {
        return expiring.doWhatIsPermitted(() -> vehicles.expireOffers(SweepTimer.MOTORPOOL), expired::increment);
    }
}
