package io.motorpool.adapters.rest;

import io.motorpool.domain.Refusal;

/** A refusal where an answer would have been a stream: nothing has been sent yet, so it can still be told as a problem. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
