package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;

/** Ends sessions that lapsed unnoticed, and forgets what is of no use to anybody any more. */
public interface ForgetOldThings {

    Uni<Decision<Report, Refusal>> forget(Caller caller);

    /**
     * @param lapsed how many sessions ended
     * @param forgotten how much was forgotten, of whatever kind
     */
    record Report(int lapsed, int forgotten) {}
}
