package io.motorpool.adapters.keys.password;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;

/** Argon2id. Every check costs the same, whether there is a hash to check against or not. */
public final class Argon2PasswordHasher implements PasswordHasher {

    private final Argon2Effort effort;
    private final Aside aside;
    private final SecureRandom random;
    private final Argon2Hash nobodys;

    public Argon2PasswordHasher(Argon2Effort effort, Aside aside, SecureRandom random) {
        this.effort = effort;
        this.aside = aside;
        this.random = random;
        this.nobodys = new Argon2Hash(effort, bytes(Argon2Hash.SALT_BYTES), bytes(Argon2Hash.HASH_BYTES));
    }

    @Override
    public Uni<PasswordHash> hash(Password password) {
        return aside.run(() ->
                Argon2Hash.of(password, effort, bytes(Argon2Hash.SALT_BYTES)).written());
    }

    @Override
    public Uni<Match> check(Password shown, PasswordHash kept) {
        return aside.run(() -> compare(shown, Argon2Hash.read(kept).orElse(nobodys)));
    }

    @Override
    public Uni<Match> checkNobody(Password shown) {
        return aside.run(() -> compare(shown, nobodys));
    }

    private Match compare(Password shown, Argon2Hash kept) {
        if (!kept.isOf(shown)) {
            return Match.NONE;
        }
        return effort.exceeds(kept.effort()) ? Match.OUTDATED : Match.GOOD;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
