package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.RefreshRefused;
import io.motorpool.domain.identity.IdentityRefusal.SessionOver;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.Closed;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.Session.Shown;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides under the lock of the session, so that of many who show the same token one rotates and the others find out. The
 * user is held as well: what is taken from them waits for the answer, and cuts it off.
 */
public final class RefreshSessionService implements RefreshSession {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final Users users;
    private final Sessions sessions;
    private final Grants grants;
    private final EndOfSessions end;
    private final SecretSealer sealer;
    private final TokenIssuer issuer;
    private final SecurityJournal journal;
    private final TokenPolicy policy;
    private final Clock clock;
    private final Supplier<Secret> nextSecret;

    public RefreshSessionService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Users users,
            Sessions sessions,
            Grants grants,
            EndOfSessions end,
            SecretSealer sealer,
            TokenIssuer issuer,
            SecurityJournal journal,
            TokenPolicy policy,
            Clock clock,
            Supplier<Secret> nextSecret) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.users = users;
        this.sessions = sessions;
        this.grants = grants;
        this.end = end;
        this.sealer = sealer;
        this.issuer = issuer;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
        this.nextSecret = nextSecret;
    }

    /** How the session goes on. */
    private record Renewed(Grant grant, Live session, Secret refresh, KeyId key, Instant now) {}

    /** The one request, and what is known while it is decided on. */
    private record Asked(RefreshToken token, @Nullable Profile profile, Deed stranger, Instant now) {

        /** Whether it is about acting as something else. */
        boolean leaves(Live session) {
            return profile != null && !profile.equals(session.profile());
        }

        Profile wanted(Live session) {
            return profile == null ? session.profile() : profile;
        }
    }

    @Override
    public Uni<Decision<Tokens, Refusal>> refresh(Request request) {
        return Proceed.with(
                throttle.pass(Kind.REFRESH, request.from()),
                _ -> RefreshToken.read(request.token())
                        .map(token -> Proceed.with(
                                unitOfWork.inTransaction(() -> find(request, token)),
                                renewed -> issuer.tokens(
                                                renewed.key(),
                                                renewed.grant(),
                                                renewed.session(),
                                                renewed.refresh(),
                                                renewed.now())
                                        .map(Decision::<Tokens, Refusal>accept)))
                        .orElseGet(() ->
                                unitOfWork.inTransaction(() -> unknown(Deed.ofStranger(request.from()), null, null))));
    }

    private <T> Uni<Decision<T, Refusal>> unknown(Deed deed, @Nullable UserId user, @Nullable SessionId session) {
        return turnAway(deed, user, session, new RefreshRefused());
    }

    private <T> Uni<Decision<T, Refusal>> turnAway(
            Deed deed, @Nullable UserId user, @Nullable SessionId session, Refusal reason) {
        return journal.note(deed, SecurityEvent.REFRESH_REFUSED, user, session).chain(() -> Proceed.refused(reason));
    }

    private Uni<Decision<Renewed, Refusal>> find(Request request, RefreshToken token) {
        Deed stranger = Deed.ofStranger(request.from());
        return sessions.find(token.session())
                .chain(found -> found.isEmpty()
                        ? unknown(stranger, null, null)
                        : users.hold(found.get().user())
                                .chain(user -> sessions.lock(token.session())
                                        .chain(session -> session.isEmpty()
                                                ? unknown(stranger, null, null)
                                                : look(
                                                        new Asked(token, request.profile(), stranger, clock.instant()),
                                                        user.orElseThrow().value(),
                                                        session.get()))));
    }

    private Uni<Decision<Renewed, Refusal>> look(Asked asked, User user, Session session) {
        return sessions.generationOf(session.id(), asked.token().secret().digest())
                .chain(generation -> {
                    if (generation.isEmpty()) {
                        return unknown(asked.stranger(), user.id(), session.id());
                    }
                    return switch (session.live()) {
                        case Decision.Accepted<Live, IdentityRefusal>(var live) ->
                            decide(asked, user, live.show(generation.getAsInt(), asked.now(), policy));
                        case Decision.Refused<Live, IdentityRefusal>(var reason) ->
                            turnAway(asked.stranger(), user.id(), session.id(), reason);
                    };
                });
    }

    private Uni<Decision<Renewed, Refusal>> decide(Asked asked, User user, Shown shown) {
        return switch (shown) {
            case Shown.Final(var closed) -> close(asked, closed);
            case Shown.Current current ->
                goOn(asked, user, current.session(), (grant, key) -> rotate(asked, current, grant, key));
            case Shown.JustReplaced(var session, var successor) ->
                goOn(asked, user, session, (grant, key) -> replay(asked, session, successor, grant, key));
        };
    }

    private Uni<Decision<Renewed, Refusal>> close(Asked asked, Closed closed) {
        return end.close(closed, asked.stranger()).chain(() -> Proceed.refused(new SessionOver()));
    }

    private Uni<Decision<Renewed, Refusal>> goOn(
            Asked asked, User user, Live session, BiFunction<Grant, KeyId, Uni<Renewed>> step) {
        if (!(user instanceof User.Active active)) {
            return close(asked, session.end(EndReason.USER_DISABLED, asked.now()));
        }
        return grants.under(active, asked.wanted(session)).chain(granted -> switch (granted) {
            case Decision.Accepted<Grant, IdentityRefusal>(var grant) ->
                issuer.signingKey()
                        .chain(key -> step.apply(grant, key))
                        .call(renewed -> noteChange(asked, session, grant))
                        .map(Decision::<Renewed, Refusal>accept);
            case Decision.Refused<Grant, IdentityRefusal>(var reason) ->
                asked.leaves(session)
                        ? journal.note(
                                        new Deed(user.id(), asked.stranger().from()),
                                        SecurityEvent.PROFILE_REFUSED,
                                        user.id(),
                                        session.id())
                                .chain(() -> Proceed.refused(reason))
                        : close(asked, session.end(EndReason.PROFILE_LOST, asked.now()));
        });
    }

    private Uni<Void> noteChange(Asked asked, Live before, Grant grant) {
        return before.profile().equals(grant.profile())
                ? Uni.createFrom().voidItem()
                : journal.note(
                        new Deed(grant.user(), asked.stranger().from()),
                        SecurityEvent.PROFILE_CHANGED,
                        grant.user(),
                        before.id());
    }

    private Uni<Renewed> rotate(Asked asked, Shown.Current current, Grant grant, KeyId key) {
        Secret successor = nextSecret.get();
        Live rotated = current.replacedBy(sealer.seal(successor, asked.token().secret()), asked.now())
                .under(grant.profile());
        return sessions.rotate(rotated, successor.digest())
                .replaceWith(() -> new Renewed(grant, rotated, successor, key, asked.now()));
    }

    private Uni<Renewed> replay(Asked asked, Live session, SealedSecret sealed, Grant grant, KeyId key) {
        Secret successor = sealer.open(sealed, asked.token().secret())
                .orElseThrow(() -> new IllegalStateException("the successor was not sealed under this token"));
        Live same = session.under(grant.profile());
        return sessions.save(same).replaceWith(() -> new Renewed(grant, same, successor, key, asked.now()));
    }
}
