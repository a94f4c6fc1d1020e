package io.motorpool.adapters.legacy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.motorpool.application.reconciliation.ObserveLegacy;
import io.motorpool.application.reconciliation.ObserveLegacy.Observed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reconciliation.LegacyMessage;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Reads the topic in batches. A batch is stored in one transaction, and only then is its place in the topic committed: killed in
 * between, it is read again, and hearing again changes nothing. While the database is away the batch waits, and the topic keeps
 * what comes after it.
 */
@ApplicationScoped
class LegacyStream {

    static final String CHANNEL = "legacy-reservations";

    /** Motorpool itself: nobody asked. */
    static final Caller MOTORPOOL = new Caller(
            new UserId(UUID.fromString("00000000-0000-0000-0000-00000000000a")),
            new Profile.Division(),
            Set.of(Role.SCHEDULER));

    private static final Logger LOG = Logger.getLogger(LegacyStream.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ObserveLegacy observe;
    private final Clock clock;
    private final Counter fresh;
    private final Counter known;
    private final Counter undecodable;
    private final Timer delay;
    private final AtomicBoolean down = new AtomicBoolean();

    LegacyStream(ObserveLegacy observe, Clock clock, MeterRegistry meters) {
        this.observe = observe;
        this.clock = clock;
        this.fresh = heard("new", meters);
        this.known = heard("known", meters);
        this.undecodable = heard("undecodable", meters);
        this.delay = Timer.builder("motorpool.legacy.delay")
                .description(
                        "From a commit in the legacy database until its change is stored here, of each batch's last")
                .register(meters);
    }

    private static Counter heard(String outcome, MeterRegistry meters) {
        return Counter.builder("motorpool.legacy.heard")
                .description("Changes of the legacy system that this node heard")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Incoming(CHANNEL)
    Uni<Void> hear(ConsumerRecords<String, String> records) {
        List<LegacyMessage> messages = new ArrayList<>(records.count());
        for (ConsumerRecord<String, String> each : records) {
            messages.add(LegacyDecoder.decode(
                    Captured.of(each.topic(), each.partition(), each.offset(), each.key(), each.value())));
        }
        return store(messages);
    }

    Uni<Void> store(List<LegacyMessage> messages) {
        return Uni.createFrom()
                .deferred(() -> observe.observe(MOTORPOOL, messages))
                .map(LegacyStream::accepted)
                .invoke(observed -> note(observed, messages))
                .replaceWithVoid()
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private void note(Observed observed, List<LegacyMessage> messages) {
        if (down.getAndSet(false)) {
            LOG.info("changes of the legacy system are stored again");
        }
        fresh.increment(observed.changes());
        known.increment(observed.heardBefore());
        undecodable.increment(observed.undecodable());
        if (observed.undecodable() > 0) {
            LOG.warnf("%d messages of the legacy system could not be understood and are kept", observed.undecodable());
        }
        if (messages.getLast() instanceof LegacyMessage.Changed(var last)) {
            delay.record(Duration.between(last.at(), clock.instant()));
        }
    }

    private void failed(Throwable failure) {
        if (!down.getAndSet(true)) {
            LOG.warn("changes of the legacy system cannot be stored; they are tried again until they can", failure);
        }
    }

    /** The role is made for this, so a refusal is a mistake of ours. */
    private static Observed accepted(Decision<Observed, Refusal> decision) {
        return switch (decision) {
            case Accepted<Observed, Refusal>(var observed) -> observed;
            case Refused<Observed, Refusal>(var reason) ->
                throw new IllegalStateException("refused: " + reason.getClass().getSimpleName());
        };
    }
}
