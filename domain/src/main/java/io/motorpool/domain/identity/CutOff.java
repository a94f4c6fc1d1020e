package io.motorpool.domain.identity;

import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Access tokens that are refused although they are genuine and have not expired. The list is short, because an entry is
 * of no use once the tokens it is about have expired.
 *
 * @param until from when the entry can be forgotten
 */
public record CutOff(Target target, Instant until) {

    /** How long a stolen key is remembered: with it, tokens can be made that expire whenever the thief likes. */
    public static final Duration STOLEN_KEY_KEPT = Duration.ofDays(30);

    /** Whose tokens. */
    public sealed interface Target {

        /** What a user or a service got until then. What they get later counts. */
        record OfUser(UserId user, Instant issuedBefore) implements Target {}

        /** Everything of one session, which is over: no later token will come of it. */
        record OfSession(SessionId session) implements Target {}

        /** Everything that was signed with a key which is not the issuer's alone any more. */
        record OfKey(KeyId key) implements Target {}
    }

    /** A token says in whole seconds when it was issued; of those of the running second none may slip through. */
    public static CutOff ofUser(UserId user, Instant now, TokenPolicy policy) {
        Instant nextSecond = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        return new CutOff(
                new Target.OfUser(user, nextSecond),
                now.plus(policy.acceptedFor()).plus(policy.skew()));
    }

    public static CutOff of(Session.Ended session, TokenPolicy policy) {
        Instant forgotten = session.at().plus(policy.acceptedFor()).plus(policy.skew());
        return new CutOff(new Target.OfSession(session.id()), forgotten);
    }

    public static CutOff ofKey(KeyId key, Instant now) {
        return new CutOff(new Target.OfKey(key), now.plus(STOLEN_KEY_KEPT));
    }

    /** Whether this is why the token is refused. */
    public boolean refuses(IssuedToken token) {
        return switch (target) {
            case Target.OfUser(var user, var issuedBefore) ->
                user.equals(token.subject()) && token.issuedAt().isBefore(issuedBefore);
            case Target.OfSession(var session) -> session.equals(token.session());
            case Target.OfKey(var key) -> key.equals(token.key());
        };
    }
}
