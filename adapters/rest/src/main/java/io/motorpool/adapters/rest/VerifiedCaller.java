package io.motorpool.adapters.rest;

import io.motorpool.domain.access.Caller;
import java.security.Principal;

/** Somebody whose token was verified, as the framework carries them through a request. */
record VerifiedCaller(Caller caller) implements Principal {

    @Override
    public String getName() {
        return caller.user().toString();
    }
}
