package io.motorpool.bootstrap;

import io.motorpool.application.audit.AuditQueries;
import io.motorpool.application.audit.AuditQueriesService;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.audit.Journal;
import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.AnswerOnceService;
import io.motorpool.application.shared.ChangeSignals;
import io.motorpool.application.shared.EventStream;
import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.OutboxQueue;
import io.motorpool.application.shared.RelayOutbox;
import io.motorpool.application.shared.RelayOutboxService;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What every context stands on: time, ids, the journal, the outbox. */
@ApplicationScoped
class Foundation {

    private static final Logger LOG = Logger.getLogger(Foundation.class);

    /**
     * Microseconds, as the database keeps them: what is answered is what is read later.
     *
     * @param ahead by how much a drill lets this node's clock be wrong
     */
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "motorpool.clock.ahead", defaultValue = "0s") Duration ahead) {
        if (!ahead.isZero()) {
            LOG.warnf("this node's clock is %s ahead on purpose; that is for drills", ahead);
        }
        return Clock.offset(Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000)), ahead);
    }

    @Produces
    @Singleton
    Supplier<UUID> nextId(Clock clock) {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Produces
    @Singleton
    Journal journal(AuditTrail trail, Outbox outbox, Clock clock, Supplier<UUID> nextId) {
        return new Journal(trail, outbox, clock, nextId);
    }

    @Produces
    @Singleton
    AnswerOnce answerOnce(UnitOfWork unitOfWork, IdempotencyKeys keys, Clock clock) {
        return new AnswerOnceService(unitOfWork, keys, clock);
    }

    @Produces
    @Singleton
    RelayOutbox relayOutbox(OutboxQueue queue, EventStream stream, ChangeSignals signals) {
        return new RelayOutboxService(queue, stream, signals);
    }

    @Produces
    @Singleton
    AuditQueries auditQueries(UnitOfWork unitOfWork, AuditTrail trail) {
        return new AuditQueriesService(unitOfWork, trail);
    }
}
