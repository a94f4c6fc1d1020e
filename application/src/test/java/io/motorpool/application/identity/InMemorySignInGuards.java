package io.motorpool.application.identity;

import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SignInGuard;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Attempts in memory. */
final class InMemorySignInGuards implements SignInGuards {

    private final Rows<LoginDigest, SignInGuard> rows = new Rows<>();

    @Override
    public Uni<SignInGuard> lock(LoginDigest login) {
        return Uni.createFrom().item(() -> rows.get(login).orElseGet(() -> SignInGuard.of(login)));
    }

    @Override
    public Uni<Void> save(SignInGuard guard) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(guard.login(), guard));
    }

    @Override
    public Uni<Integer> forgetUntriedSince(Instant since, int atMost) {
        return Uni.createFrom()
                .item(() -> rows.forget(
                        guard -> guard.attempts().stream()
                                .allMatch(attempt -> attempt.at().isBefore(since)),
                        atMost));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
