package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Everybody who may sign in, or once might. */
public interface Users {

    Uni<Optional<Versioned<User>>> find(UserId id);

    Uni<Optional<Versioned<User>>> signingInAs(EmailAddress email);

    /** For relying on it: until the unit of work ends the user stays as they are. Others may rely on it at the same time. */
    Uni<Optional<Versioned<User>>> hold(UserId id);

    /** For changing the user and what rests on them: waits for all who rely on it, and lets nobody begin to. */
    Uni<Optional<Versioned<User>>> lock(UserId id);

    /**
     * Whether somebody who is not disabled has the role in the division. Until the unit of work ends nobody else gets an
     * answer: whoever acts on it is alone.
     */
    Uni<Boolean> lockWhetherAnybodyIs(Role role);

    /** Stores a new user, unless another one signs in with the address; the unit of work goes on then. */
    Uni<Decision<Version, IdentityRefusal>> add(User user);

    /**
     * Who is as they were keeps their version. Fails with {@link io.motorpool.application.shared.ContendedException} when
     * they have changed since. An address never changes.
     */
    Uni<Version> save(Versioned<User> changed);

    /** In order of their id. */
    Uni<Page<Versioned<User>>> list(Page.Request page);
}
