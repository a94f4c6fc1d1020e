package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.IdentityEvent.RefreshTokenReused;
import io.motorpool.domain.identity.IdentityEvent.SessionEnded;
import io.motorpool.domain.identity.IdentityEvent.SessionStarted;
import io.motorpool.domain.identity.IdentityRefusal.SessionOver;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one device, and every refresh token that came of it: a family, of which only the youngest is good. The
 * session is the aggregate, because "one token, one successor" is a rule between the tokens of a family. Whoever shows an
 * older one is either a client that did not hear the answer, which gets the same successor for a moment (P6), or somebody
 * with a copy, which ends this session and no other.
 */
public sealed interface Session {

    Opening opening();

    Instant lastUsedAt();

    default SessionId id() {
        return opening().id();
    }

    default UserId user() {
        return opening().user();
    }

    /** How it began. */
    record Opening(SessionId id, UserId user, DeviceLabel device, Instant at) {}

    /** Why it is over. */
    enum EndReason {
        SIGNED_OUT,
        SIGNED_OUT_EVERYWHERE,
        /** Nobody used it for too long, or it reached its age (P6). */
        LAPSED,
        /** A refresh token was used by two. */
        TOKEN_REUSED,
        PASSWORD_CHANGED,
        USER_DISABLED,
        /** The user is not any more what they signed in as. */
        PROFILE_LOST
    }

    /** A session that came to its end, and the facts to tell. */
    record Closed(Ended session, List<IdentityEvent> facts) {}

    /** A session that began, and the fact to tell. */
    record Opened(Live session, SessionStarted fact) {}

    static Opened open(Opening opening, Profile profile) {
        return new Opened(
                new Live(opening, profile, opening.at(), FIRST_GENERATION, null),
                new SessionStarted(opening.id(), opening.user(), opening.at()));
    }

    int FIRST_GENERATION = 1;

    /** The last time a refresh token was replaced: by what, for whoever shows the replaced one. */
    record Rotation(Instant at, SealedSecret successor) {}

    /** What follows from a refresh token that was once issued in this session. */
    sealed interface Shown {

        /** The youngest: it may be replaced. */
        record Current(Live session) implements Shown {

            public Live replacedBy(SealedSecret successor, Instant now) {
                return new Live(
                        session.opening(),
                        session.profile(),
                        Period.later(session.lastUsedAt(), now),
                        session.generation() + 1,
                        new Rotation(now, successor));
            }
        }

        /** Replaced a moment ago: its holder did not hear of the successor, which they can open. */
        record JustReplaced(Live session, SealedSecret successor) implements Shown {}

        /** It ends the session. */
        record Final(Closed closed) implements Shown {}
    }

    /**
     * Goes on.
     *
     * @param generation how many refresh tokens were issued; the youngest has this number
     * @param lastRotation absent before the first
     */
    record Live(
            Opening opening,
            Profile profile,
            Instant lastUsedAt,
            int generation,
            @Nullable Rotation lastRotation) implements Session {

        public Live {
            if (generation < FIRST_GENERATION || (generation == FIRST_GENERATION) != (lastRotation == null)) {
                throw new IllegalArgumentException("generation %d does not fit %s".formatted(generation, lastRotation));
            }
        }

        /** @param shownGeneration the number of the token that was shown */
        public Shown show(int shownGeneration, Instant now, TokenPolicy policy) {
            if (shownGeneration < FIRST_GENERATION || shownGeneration > generation) {
                throw new IllegalArgumentException(
                        "no token %d of %d was issued".formatted(shownGeneration, generation));
            }
            if (isLapsed(now, policy)) {
                return new Shown.Final(end(EndReason.LAPSED, now));
            }
            if (shownGeneration == generation) {
                return new Shown.Current(this);
            }
            return lastRotation != null
                            && shownGeneration == generation - 1
                            && now.isBefore(lastRotation.at().plus(policy.grace()))
                    ? new Shown.JustReplaced(this, lastRotation.successor())
                    : new Shown.Final(reused(now));
        }

        public boolean isLapsed(Instant now, TokenPolicy policy) {
            return !now.isBefore(lapsesAt(policy));
        }

        /** When it lapses if nobody uses it. */
        public Instant lapsesAt(TokenPolicy policy) {
            return Period.earlier(lastUsedAt.plus(policy.idle()), opening.at().plus(policy.absolute()));
        }

        /** The same session, in which the user acts as something else. */
        public Live under(Profile other) {
            return new Live(opening, other, lastUsedAt, generation, lastRotation);
        }

        public Closed end(EndReason reason, Instant now) {
            Ended ended = new Ended(opening, profile, lastUsedAt, generation, now, reason);
            return new Closed(ended, List.of(new SessionEnded(id(), user(), reason, now)));
        }

        private Closed reused(Instant now) {
            Closed closed = end(EndReason.TOKEN_REUSED, now);
            return new Closed(
                    closed.session(),
                    List.of(
                            new RefreshTokenReused(id(), user(), now),
                            closed.facts().getFirst()));
        }
    }

    /** Over for good. */
    record Ended(Opening opening, Profile profile, Instant lastUsedAt, int generation, Instant at, EndReason reason)
            implements Session {}

    /** The session, if it goes on. */
    default Decision<Live, IdentityRefusal> live() {
        return switch (this) {
            case Live live -> accept(live);
            case Ended _ -> refuse(new SessionOver());
        };
    }
}
