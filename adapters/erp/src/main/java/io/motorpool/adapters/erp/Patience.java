package io.motorpool.adapters.erp;

import io.motorpool.adapters.erp.SapFailure.Outcome;
import io.motorpool.application.settlement.ErpTrouble;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * How often, after which pause, and whether at all SAP is asked. Only what was certainly not done, or only read, is sent
 * again; the pauses double, are spread so that many callers do not come back together, and are never shorter than what SAP
 * asked for.
 */
final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Duration longestWait;
    private final TypedGuard<Uni<SapAnswer>> guard;

    Patience(ErpConfig config) {
        ErpConfig.Retries retries = config.retries();
        ErpConfig.Breaker breaker = config.breaker();
        longestWait = retries.longestWait();
        guard = TypedGuard.create(new TypeLiteral<Uni<SapAnswer>>() {})
                .withDescription("SAP")
                .withCircuitBreaker()
                .requestVolumeThreshold(breaker.window())
                .failureRatio(breaker.failureRatio())
                .delay(breaker.pause().toMillis(), ChronoUnit.MILLIS)
                .when(failure -> failure instanceof SapFailure sap && sap.isOutage())
                .onStateChange(Patience::tell)
                .done()
                .withRetry()
                .maxRetries(retries.most())
                .maxDuration(
                        config.answerWithin().multipliedBy(retries.most() + 1L).toMillis(), ChronoUnit.MILLIS)
                .delay(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .whenException(this::isWorthAnotherTry)
                .withCustomBackoff()
                .strategy(() -> new Pauses(retries.firstWait(), longestWait))
                .done()
                .done()
                .build();
    }

    Uni<SapAnswer> ask(Supplier<Uni<SapAnswer>> question) {
        return Uni.createFrom()
                .deferred(() -> guard.get(question))
                .onFailure(CircuitBreakerOpenException.class)
                .transform(_ -> SapFailure.of(
                        ErpTrouble.Kind.OUT_OF_REACH, Outcome.NOT_DONE, true, "SAP has failed too often of late"))
                .onFailure(SapFailure.class)
                .invoke(Patience::tell);
    }

    /** What the call came to, once; nothing of what was asked, which would name people's companies and cars. */
    private static void tell(Throwable failure) {
        if (failure instanceof SapFailure sap) {
            LOG.warnf(
                    "SAP did not do what it was asked: %s kind=%s outcome=%s",
                    sap.getMessage(), sap.kind(), sap.outcome());
        }
    }

    private static void tell(CircuitBreakerState state) {
        LOG.warnf("SAP is asked again or left alone: breaker=%s", state);
    }

    private boolean isWorthAnotherTry(Throwable failure) {
        return failure instanceof SapFailure sap
                && sap.isRepeatable()
                && sap.retryAfter().compareTo(longestWait) <= 0;
    }

    /** One call's pauses: full jitter over the upper half, so that the first retries spread too. */
    private static final class Pauses implements CustomBackoffStrategy {

        private final long longest;
        private long next;

        Pauses(Duration first, Duration longest) {
            this.next = first.toMillis();
            this.longest = longest.toMillis();
        }

        @Override
        public long nextDelayInMillis(Throwable failure) {
            long pause = Math.min(next, longest);
            next = Math.min(next * 2, longest);
            long spread = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
            long asked = failure instanceof SapFailure sap ? sap.retryAfter().toMillis() : 0;
            return asked == 0 ? spread : asked + spread;
        }
    }
}
