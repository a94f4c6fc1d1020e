package io.motorpool.adapters.rest;

import io.motorpool.domain.Refusal;

/** A bearer token that is refused with words of its own. Whoever says who a caller is can answer in no other way. */
final class RefusedBearerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    RefusedBearerException(Refusal reason) {
        super(reason.getClass().getSimpleName(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
