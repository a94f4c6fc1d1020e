package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/** How far the issuer's keys are. */
public interface KeyQueries {

    Uni<Decision<KeyRingView, Refusal>> ring(Caller caller);
}
