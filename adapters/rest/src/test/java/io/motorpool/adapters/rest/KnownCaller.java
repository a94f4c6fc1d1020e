package io.motorpool.adapters.rest;

import io.motorpool.domain.access.Caller;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Somebody whose token was verified elsewhere. */
public final class KnownCaller extends CallerSource {

    private Caller caller;

    public KnownCaller(Caller caller) {
        super(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        this.caller = caller;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    public void becomes(Caller other) {
        caller = other;
    }
}
