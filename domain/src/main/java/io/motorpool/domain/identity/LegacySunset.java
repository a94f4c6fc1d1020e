package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityRefusal.LegacyRefused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Until when each legacy scheme is accepted. A scheme without a date is off.
 *
 * @param dates the first instant at which tokens of the scheme are worth nothing
 */
public record LegacySunset(Map<LegacyScheme, Instant> dates) {

    public LegacySunset {
        dates = Map.copyOf(dates);
    }

    /** The scheme's last moment, if it has not come. */
    public Decision<Instant, IdentityRefusal> of(LegacyScheme scheme, Instant now) {
        return Optional.ofNullable(dates.get(scheme))
                .filter(now::isBefore)
                .<Decision<Instant, IdentityRefusal>>map(Decision::accept)
                .orElseGet(() -> refuse(new LegacyRefused()));
    }
}
