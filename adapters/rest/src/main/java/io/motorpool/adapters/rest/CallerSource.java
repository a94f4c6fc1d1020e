package io.motorpool.adapters.rest;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.SessionId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The seam to identity: from a verified token to the caller that the use cases know. */
@RequestScoped
public class CallerSource {

    private final SecurityIdentity identity;

    public CallerSource(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller caller() {
        if (!(identity.getPrincipal() instanceof VerifiedCaller verified)) {
            throw new AuthenticationFailedException();
        }
        return verified.caller();
    }

    /** In which the caller acts; nothing when a service does. */
    public Optional<SessionId> session() {
        return identity.getPrincipal() instanceof VerifiedCaller verified
                ? Optional.ofNullable(verified.session())
                : Optional.empty();
    }
}
