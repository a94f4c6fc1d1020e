package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The programs that act by themselves. */
public interface ServiceAccounts {

    Uni<Optional<Versioned<ServiceAccount>>> find(UserId id);

    /** For relying on it: until the unit of work ends it stays as it is. Others may rely on it at the same time. */
    Uni<Optional<Versioned<ServiceAccount>>> hold(UserId id);

    /** For changing it: waits for all who rely on it, and lets nobody begin to. */
    Uni<Optional<Versioned<ServiceAccount>>> lock(UserId id);

    Uni<Version> add(ServiceAccount account);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<ServiceAccount> changed);

    /** In order of their id. */
    Uni<Page<Versioned<ServiceAccount>>> list(Page.Request page);
}
