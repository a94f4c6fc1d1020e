package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Append-only: the database itself refuses to change or delete an entry. */
public interface SecurityTrail {

    /** Part of the unit of work in which it happened. */
    Uni<Void> record(List<SecurityEntry> entries);

    /**
     * The newest first.
     *
     * @param about what they are about (a user, a service, the key ring) or the session they happened in; everything when
     *     absent
     */
    Uni<Page<SecurityEntry>> list(Optional<UUID> about, Page.Request page);
}
