package io.motorpool.domain.identity;

import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * What a service said of itself, signed with one of its keys (RFC 7523). The signature and the audience were verified;
 * whether it counts is decided here.
 *
 * @param client issuer and subject of the assertion, which are the same
 * @param key with which it was signed
 * @param id the assertion's own name: it counts once
 * @param expiresAt the first instant at which it is worth nothing
 */
public record ClientAssertion(UserId client, KeyId key, String id, Instant expiresAt) {

    public static final int LONGEST_ID = 128;

    /** Words that live longer than this would have to be remembered for long. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    public ClientAssertion {
        Text.check("an assertion's id", id, LONGEST_ID);
    }

    boolean isShortLived(Instant now, TokenPolicy policy) {
        return now.isBefore(expiresAt.plus(policy.skew()))
                && !expiresAt.isAfter(now.plus(LONGEST_LIFE).plus(policy.skew()));
    }

    /** Until when its id has to be remembered. */
    public Instant rememberedUntil(TokenPolicy policy) {
        return expiresAt.plus(policy.skew().multipliedBy(2));
    }
}
