package io.motorpool.domain.identity;

import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;

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

        /** What a user or a service got in earlier editions of them. What they get since counts. */
        record OfUser(UserId user, Version since) implements Target {}

        /** Everything of one session, which is over: no later token will come of it. */
        record OfSession(SessionId session) implements Target {}

        /** Everything that was signed with a key which is not the issuer's alone any more. */
        record OfKey(KeyId key) implements Target {}
    }

    /**
     * Everything that they got before they became what they are now. The order of their editions decides, not the time at
     * which a token says that it was issued: whoever issues tokens may have a clock that is ahead.
     *
     * @param since the edition that took something from them
     */
    public static CutOff ofUser(UserId user, Version since, Instant now, TokenPolicy policy) {
        return new CutOff(new Target.OfUser(user, since), forgottenAfter(now, policy));
    }

    public static CutOff of(Session.Ended session, TokenPolicy policy) {
        return new CutOff(new Target.OfSession(session.id()), forgottenAfter(session.at(), policy));
    }

    /**
     * The last token may have been issued by a clock that is ahead of ours, is accepted by one that is behind, and whoever
     * forgets the entry may be ahead again.
     */
    private static Instant forgottenAfter(Instant now, TokenPolicy policy) {
        return now.plus(policy.skew()).plus(policy.acceptedFor()).plus(policy.skew());
    }

    public static CutOff ofKey(KeyId key, Instant now) {
        return new CutOff(new Target.OfKey(key), now.plus(STOLEN_KEY_KEPT));
    }

    /** Whether this is why the token is refused. */
    public boolean refuses(IssuedToken token) {
        return switch (target) {
            case Target.OfUser(var user, var since) ->
                user.equals(token.subject()) && token.edition().value() < since.value();
            case Target.OfSession(var session) -> session.equals(token.session());
            case Target.OfKey(var key) -> key.equals(token.key());
        };
    }
}
