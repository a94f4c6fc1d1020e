package io.motorpool.application.identity;

import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SignInGuard;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** The latest attempts to sign in, by the digest of the login. */
public interface SignInGuards {

    /** Until the unit of work ends nobody else tries this login. Also when nothing is known of it. */
    Uni<SignInGuard> lock(LoginDigest login);

    /** In place of what was known. */
    Uni<Void> save(SignInGuard guard);

    /** Forgets logins that nobody has tried since. */
    Uni<Integer> forgetUntriedSince(Instant since, int atMost);
}
