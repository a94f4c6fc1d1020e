package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.LegacyMessage.Undecodable;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** What came from the legacy system and could not be understood at all, as it came. */
public interface UndecodableMessages {

    /** Once for each source: a message that is heard again is the same. */
    Uni<Void> keep(Undecodable message, Instant now);

    Uni<Long> count(Instant since);

    /** The newest first. */
    Uni<List<Kept>> newest(int limit);

    record Kept(Undecodable message, Instant at) {}
}
