package io.motorpool.adapters.rest;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.SessionId;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose token was verified, as the framework carries them through a request.
 *
 * @param session absent when a service acts, or somebody with a legacy token
 */
record VerifiedCaller(Caller caller, @Nullable SessionId session) implements Principal {

    @Override
    public String getName() {
        return caller.user().toString();
    }
}
