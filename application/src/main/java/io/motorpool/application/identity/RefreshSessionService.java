package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.identity.SessionDesk.Found;
import io.motorpool.application.identity.SessionDesk.Ticket;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.RefreshRefused;
import io.motorpool.domain.identity.IdentityRefusal.SessionOver;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session.Closed;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.Session.Shown;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides under the lock of the session, so that of many who show the same token one rotates and the others find out. The
 * user is held as well: what is taken from them waits for the answer, and cuts it off.
 */
public final class RefreshSessionService implements RefreshSession {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final SessionDesk desk;
    private final Grants grants;
    private final EndOfSessions end;
    private final SecurityJournal journal;
    private final Clock clock;

    public RefreshSessionService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            SessionDesk desk,
            Grants grants,
            EndOfSessions end,
            SecurityJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.desk = desk;
        this.grants = grants;
        this.end = end;
        this.journal = journal;
        this.clock = clock;
    }

    /** The one request, and what is known while it is decided on. */
    private record Asked(RefreshToken token, @Nullable Profile profile, Deed stranger, Instant now) {

        Secret shown() {
            return token.secret();
        }

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
        Deed stranger = Deed.ofStranger(request.from());
        return Proceed.with(
                throttle.pass(Kind.REFRESH, request.from()),
                _ -> RefreshToken.read(request.token())
                        .map(token -> Proceed.with(
                                unitOfWork.inTransaction(() -> find(request, token, stranger)),
                                ticket -> desk.handOut(ticket).map(Decision::<Tokens, Refusal>accept)))
                        .orElseGet(() ->
                                unitOfWork.inTransaction(() -> turnAway(stranger, new Found.Nothing(null, null)))));
    }

    private Uni<Decision<Ticket, Refusal>> find(Request request, RefreshToken token, Deed stranger) {
        return desk.find(token, clock).chain(found -> switch (found) {
            case Found.Nothing nothing -> turnAway(stranger, nothing);
            case Found.Over(var user, var session, var reason) -> turnAway(stranger, user, session, reason);
            case Found.Going(var user, var shown, var now) ->
                decide(new Asked(token, request.profile(), stranger, now), user, shown);
        });
    }

    private <T> Uni<Decision<T, Refusal>> turnAway(Deed deed, Found.Nothing nothing) {
        return turnAway(deed, nothing.user(), nothing.session(), new RefreshRefused());
    }

    private <T> Uni<Decision<T, Refusal>> turnAway(
            Deed deed, @Nullable UserId user, @Nullable SessionId session, Refusal reason) {
        return journal.note(deed, SecurityEvent.REFRESH_REFUSED, user, session).chain(() -> Proceed.refused(reason));
    }

    private Uni<Decision<Ticket, Refusal>> decide(Asked asked, Versioned<User> user, Shown shown) {
        return switch (shown) {
            case Shown.Final(var closed) -> close(asked, closed);
            case Shown.Current current ->
                goOn(asked, user, current.session(), grant -> desk.rotate(current, asked.shown(), grant, asked.now()));
            case Shown.JustReplaced replaced ->
                goOn(
                        asked,
                        user,
                        replaced.session(),
                        grant -> desk.replay(replaced, asked.shown(), grant, asked.now()));
        };
    }

    private Uni<Decision<Ticket, Refusal>> close(Asked asked, Closed closed) {
        return end.close(closed, asked.stranger()).chain(() -> Proceed.refused(new SessionOver()));
    }

    private Uni<Decision<Ticket, Refusal>> goOn(
            Asked asked, Versioned<User> user, Live session, Function<Versioned<Grant>, Uni<Ticket>> step) {
        if (!(user.value() instanceof User.Active active)) {
            return close(asked, session.end(EndReason.USER_DISABLED, asked.now()));
        }
        return grants.under(active, asked.wanted(session)).chain(granted -> switch (granted) {
            case Decision.Accepted<Grant, IdentityRefusal>(var grant) ->
                step.apply(user.with(grant))
                        .call(() -> noteChange(asked, session, grant))
                        .map(Decision::<Ticket, Refusal>accept);
            case Decision.Refused<Grant, IdentityRefusal>(var reason) ->
                asked.leaves(session)
                        ? journal.note(
                                        new Deed(active.id(), asked.stranger().from()),
                                        SecurityEvent.PROFILE_REFUSED,
                                        active.id(),
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
}
