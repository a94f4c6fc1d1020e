package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityEvent.SessionStarted;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.Session.Opening;
import io.motorpool.domain.identity.Session.Shown;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions begin and go on: what is kept of them, and what their clients are handed once. All but the handing out is
 * a part of somebody's unit of work.
 */
public final class SessionDesk {

    private final Users users;
    private final Sessions sessions;
    private final SecretSealer sealer;
    private final TokenIssuer issuer;
    private final TokenPolicy policy;
    private final Supplier<UUID> nextId;
    private final Supplier<Secret> nextSecret;

    public SessionDesk(
            Users users,
            Sessions sessions,
            SecretSealer sealer,
            TokenIssuer issuer,
            TokenPolicy policy,
            Supplier<UUID> nextId,
            Supplier<Secret> nextSecret) {
        this.users = users;
        this.sessions = sessions;
        this.sealer = sealer;
        this.issuer = issuer;
        this.policy = policy;
        this.nextId = nextId;
        this.nextSecret = nextSecret;
    }

    /**
     * What tokens are made of once everything is decided.
     *
     * @param grant with the edition of the user that it was read from
     */
    record Ticket(Versioned<Grant> grant, Live session, Secret refresh, KeyId key, Instant now) {}

    /** A session that began, and the fact to tell. */
    record Begun(Ticket ticket, SessionStarted fact) {}

    /** What a refresh token leads to. */
    sealed interface Found {

        /** To nothing; whose it pretends to be, as far as that is known. */
        record Nothing(@Nullable UserId user, @Nullable SessionId session) implements Found {}

        record Over(UserId user, SessionId session, IdentityRefusal reason) implements Found {}

        /**
         * The user is held and the session locked.
         *
         * @param now when it was looked at: whoever waited for the lock is judged by the time at which they got it
         */
        record Going(Versioned<User> user, Shown shown, Instant now) implements Found {}
    }

    Uni<Begun> begin(Versioned<Grant> grant, DeviceLabel device, Instant now) {
        Session.Opened opened = Session.open(
                new Opening(new SessionId(nextId.get()), grant.value().user(), device, now),
                grant.value().profile());
        Secret refresh = nextSecret.get();
        return issuer.signingKey()
                .call(() -> sessions.add(opened.session(), refresh.digest()))
                .map(key -> new Begun(new Ticket(grant, opened.session(), refresh, key, now), opened.fact()));
    }

    /** The user is locked before the session, as everywhere. */
    Uni<Found> find(RefreshToken token, InstantSource clock) {
        return sessions.find(token.session())
                .chain(found -> found.isEmpty()
                        ? nothing(null, null)
                        : users.hold(found.get().user())
                                .chain(user -> sessions.lock(token.session())
                                        .chain(session -> session.isEmpty()
                                                ? nothing(null, null)
                                                : look(token, user.orElseThrow(), session.get(), clock))));
    }

    private Uni<Found> look(RefreshToken token, Versioned<User> user, Session session, InstantSource clock) {
        return sessions.generationOf(session.id(), token.secret().digest())
                .chain(generation -> generation.isEmpty()
                        ? nothing(session.user(), session.id())
                        : Uni.createFrom().item(() -> found(user, session, generation.getAsInt(), clock.instant())));
    }

    private Found found(Versioned<User> user, Session session, int generation, Instant now) {
        return switch (session.live()) {
            case Decision.Accepted<Live, IdentityRefusal>(var live) ->
                new Found.Going(user, live.show(generation, now, policy), now);
            case Decision.Refused<Live, IdentityRefusal>(var reason) ->
                new Found.Over(session.user(), session.id(), reason);
        };
    }

    private static Uni<Found> nothing(@Nullable UserId user, @Nullable SessionId session) {
        return Uni.createFrom().item(new Found.Nothing(user, session));
    }

    /** @param shown the secret of the token that is replaced, which alone opens the successor */
    Uni<Ticket> rotate(Shown.Current current, Secret shown, Versioned<Grant> grant, Instant now) {
        Secret successor = nextSecret.get();
        Live rotated = current.replacedBy(sealer.seal(successor, shown), now)
                .under(grant.value().profile());
        return issuer.signingKey()
                .call(() -> sessions.rotate(rotated, successor.digest()))
                .map(key -> new Ticket(grant, rotated, successor, key, now));
    }

    /** The same successor again, for a client that did not hear of it. */
    Uni<Ticket> replay(Shown.JustReplaced replaced, Secret shown, Versioned<Grant> grant, Instant now) {
        SealedSecret sealed = replaced.successor();
        Secret successor = sealer.open(sealed, shown)
                .orElseThrow(() -> new IllegalStateException("the successor was not sealed under this token"));
        Live same = replaced.session().under(grant.value().profile());
        return issuer.signingKey()
                .call(() -> sessions.save(same))
                .map(key -> new Ticket(grant, same, successor, key, now));
    }

    /** Outside of the unit of work: a key store may be far away. */
    Uni<Tokens> handOut(Ticket ticket) {
        Live session = ticket.session();
        return issuer.issue(ticket.key(), ticket.grant(), session.id(), ticket.now())
                .map(issued -> new Tokens(
                        session.id(),
                        ticket.grant().value(),
                        issued.token(),
                        issued.until(),
                        new RefreshToken(session.id(), ticket.refresh()),
                        session.lapsesAt(policy)));
    }
}
