package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.ErpTrouble;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When to come again. */
final class Troubles {

    private final Clock clock;
    private final Duration underWay;
    private final Duration askAgain;
    private final ErpConfig.Retries retries;

    Troubles(Clock clock, ErpConfig config) {
        this.clock = clock;
        this.underWay = config.underWay();
        this.askAgain = config.askAgain();
        this.retries = config.retries();
    }

    /** Whether the call waits for what SAP asked for, or leaves it to the caller. */
    boolean isWorthWaiting(SapFailure failure) {
        return failure.retryAfter().compareTo(retries.longestWait()) <= 0;
    }

    /** Longer after every attempt, and never shorter than SAP asked for. */
    Uni<Void> pause(SapFailure failure, int attempt) {
        Duration own = retries.firstWait().multipliedBy(attempt);
        Duration wait = failure.retryAfter().compareTo(own) > 0 ? failure.retryAfter() : own;
        return Uni.createFrom().voidItem().onItem().delayIt().by(wait);
    }

    /** Nothing is under way because of it: come again soon, or when SAP said. */
    ErpTrouble later(SapFailure failure) {
        Duration wait = failure.retryAfter().compareTo(askAgain) > 0 ? failure.retryAfter() : askAgain;
        return ErpTrouble.nothingSent(failure.kind(), clock.instant().plus(wait));
    }

    /** It may still be under way: come again when it must be over. */
    ErpTrouble whenOver() {
        return over(clock.instant());
    }

    private ErpTrouble over(Instant asked) {
        return ErpTrouble.noAnswer(asked, asked.plus(underWay));
    }

    /** What an earlier attempt leaves us with; null when nothing of it can be under way any more. */
    @Nullable
    ErpTrouble of(@Nullable Instant askedBefore) {
        return askedBefore != null && clock.instant().isBefore(askedBefore.plus(underWay)) ? over(askedBefore) : null;
    }
}
