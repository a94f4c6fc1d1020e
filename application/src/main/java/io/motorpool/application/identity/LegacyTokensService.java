package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.LegacyRefused;
import io.motorpool.domain.identity.LegacySunset;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Takes a legacy token for who somebody is; what they may do, our own records say. */
public final class LegacyTokensService implements LegacyTokens {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final LegacySunset sunset;
    private final FirstServerTokens firstServer;
    private final SecondServerSessions secondServer;
    private final Users users;
    private final Grants grants;
    private final Clock clock;

    public LegacyTokensService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            LegacySunset sunset,
            FirstServerTokens firstServer,
            SecondServerSessions secondServer,
            Users users,
            Grants grants,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.sunset = sunset;
        this.firstServer = firstServer;
        this.secondServer = secondServer;
        this.users = users;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<LegacyAccess, Refusal>> accept(Request request) {
        Instant now = clock.instant();
        return Proceed.with(
                sunset.of(request.scheme(), now),
                until -> Proceed.with(
                        holder(request, now),
                        holder -> holder.isEmpty()
                                ? Proceed.refused(new LegacyRefused())
                                : unitOfWork.reading(() -> access(request, holder.get(), until))));
    }

    /**
     * A token of the first server proves itself. For a session of the second somebody has to be asked, far away and outside
     * of any unit of work: whoever guesses sessions, or only keeps that server busy, is slowed down.
     */
    private Uni<Decision<Optional<EmailAddress>, Refusal>> holder(Request request, Instant now) {
        return switch (request.scheme()) {
            case FIRST_SERVER_JWT ->
                Uni.createFrom().item(() -> Decision.accept(firstServer.holder(request.token(), now)));
            case SECOND_SERVER_SESSION ->
                Proceed.with(
                        throttle.pass(Kind.LEGACY_SESSION, request.from()),
                        _ -> secondServer.holder(request.token()).map(Decision::accept));
        };
    }

    private Uni<Decision<LegacyAccess, Refusal>> access(Request request, EmailAddress holder, Instant until) {
        return users.signingInAs(holder)
                .chain(found -> found.map(Versioned::value).orElse(null) instanceof User.Active active
                        ? Proceed.with(
                                grants.underWantedOrUsual(active, request.profile()),
                                grant -> Proceed.done(new LegacyAccess(grant.caller(), request.scheme(), until)))
                        : Proceed.refused(new LegacyRefused()));
    }
}
