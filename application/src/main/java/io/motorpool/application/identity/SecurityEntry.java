package io.motorpool.application.identity;

import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that security asks about. It says who by ids only, because it can never be deleted.
 *
 * @param actor who did it, as far as that is proven; absent for strangers
 * @param about the user, the service or the key ring that it happened to; absent when there is none
 * @param session in which it happened, if in any
 * @param from where the request came from; absent when Motorpool did it by itself
 * @param facts what else there is to know
 */
public record SecurityEntry(
        UUID id,
        Instant at,
        SecurityEvent event,
        @Nullable UserId actor,
        @Nullable UUID about,
        @Nullable SessionId session,
        @Nullable SourceNetwork from,
        Map<String, String> facts) {

    /** By name, for people who read it. */
    public SecurityEntry {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
