package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** What happened around sign-ins, tokens and keys. The newest first. */
public interface SecurityQueries {

    /** @param about a user, a service, a session or the key ring; everything when absent */
    Uni<Decision<Page<SecurityEntry>, Refusal>> list(Caller caller, Optional<UUID> about, Page.Request page);
}
