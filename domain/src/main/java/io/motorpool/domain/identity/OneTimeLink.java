package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityRefusal.LinkRefused;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * A letter's link, which lets one user choose a password once. Only its digest is kept. A newer one of the same user
 * takes its place, so that a forgotten letter opens nothing.
 *
 * @param digest of the secret in the link
 * @param until the first instant at which it is worth nothing
 */
public record OneTimeLink(SecretDigest digest, UserId user, Purpose purpose, Instant until) {

    /** Why it was sent. */
    public enum Purpose {
        INVITATION(Duration.ofHours(72)),
        PASSWORD_RESET(Duration.ofMinutes(30));

        private final Duration lives;

        Purpose(Duration lives) {
            this.lives = lives;
        }

        public Duration lives() {
            return lives;
        }
    }

    public static OneTimeLink to(UserId user, Purpose purpose, Secret secret, Instant now) {
        return new OneTimeLink(secret.digest(), user, purpose, now.plus(purpose.lives()));
    }

    /** Whether it still opens what it was sent for: an invitation is no reset. */
    public Decision<OneTimeLink, IdentityRefusal> open(Purpose wanted, Instant now) {
        return purpose == wanted && now.isBefore(until) ? accept(this) : refuse(new LinkRefused());
    }
}
