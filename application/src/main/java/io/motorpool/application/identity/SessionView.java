package io.motorpool.application.identity;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;

/**
 * A session as callers see it.
 *
 * @param lapsesAt when it is over if nobody uses it
 */
public record SessionView(
        SessionId id,
        UserId user,
        DeviceLabel device,
        Profile profile,
        Instant startedAt,
        Instant lastUsedAt,
        Instant lapsesAt) {

    static SessionView of(Session.Live session, TokenPolicy policy) {
        return new SessionView(
                session.id(),
                session.user(),
                session.opening().device(),
                session.profile(),
                session.opening().at(),
                session.lastUsedAt(),
                session.lapsesAt(policy));
    }
}
