package io.motorpool.domain.identity;

import io.motorpool.domain.Refusal;
import java.time.Duration;

/**
 * Why somebody is not let in, or something about users and services is declined. What a stranger gets to hear says the
 * same whichever of several things was wrong.
 */
public sealed interface IdentityRefusal extends Refusal {

    /** No user has this login and this password: unknown, wrong, not yet here and disabled are one answer. */
    record SignInRefused() implements IdentityRefusal {}

    /** Too many attempts with this login came from there. */
    record TooManyAttempts(Duration retryAfter) implements IdentityRefusal {}

    /** Too many requests of this kind came from there. */
    record TooManyRequests(Duration retryAfter) implements IdentityRefusal {}

    /** The user is genuine but cannot act under this profile. */
    record ProfileNotYours() implements IdentityRefusal {}

    /** No session ever issued this refresh token. */
    record RefreshRefused() implements IdentityRefusal {}

    /** The session was ended, by whoever it was. */
    record SessionOver() implements IdentityRefusal {}

    /** No such link, used, replaced or too old: one answer. */
    record LinkRefused() implements IdentityRefusal {}

    /** The password is not good enough. */
    record PasswordTooWeak(Weakness weakness) implements IdentityRefusal {

        /** In which way. */
        public enum Weakness {
            TOO_SHORT,
            TOO_LONG,
            /** It is made of words and patterns that are guessed first. */
            TOO_COMMON,
            /** It says whose it is. */
            SAYS_WHO,
            /** It is the one that is to be replaced. */
            UNCHANGED
        }
    }

    /** Whoever wants a new password has to know the present one. */
    record PasswordWrong() implements IdentityRefusal {}

    /** Another user signs in with this address. Only those who see every user are told. */
    record EmailTaken() implements IdentityRefusal {}

    /** The user is not in a state in which this can be done. */
    record NotPossibleForUser(UserStatus status) implements IdentityRefusal {}

    /** Nobody does this to themselves. */
    record OwnAccount() implements IdentityRefusal {}

    /** The division has an operator, who can invite others. */
    record OperatorExists() implements IdentityRefusal {}

    /** The service is already disabled, or already enabled. */
    record NotPossibleForService(boolean enabled) implements IdentityRefusal {}

    /** A service has so many keys at most. */
    record TooManyKeys(int most) implements IdentityRefusal {}

    /** The service did not prove who it is, or proved it with words that were used before. */
    record ClientRefused() implements IdentityRefusal {}

    /** The legacy token is not, or not any longer, worth anything here. */
    record LegacyRefused() implements IdentityRefusal {}
}
