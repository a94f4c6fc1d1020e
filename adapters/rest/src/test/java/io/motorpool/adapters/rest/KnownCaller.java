package io.motorpool.adapters.rest;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.SessionId;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody whose token was verified elsewhere. */
public final class KnownCaller extends CallerSource {

    private Caller caller;
    private @Nullable SessionId session;

    public KnownCaller(Caller caller) {
        super(QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        this.caller = caller;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Optional<SessionId> session() {
        return Optional.ofNullable(session);
    }

    public void in(SessionId other) {
        session = other;
    }

    public void becomes(Caller other) {
        caller = other;
    }
}
