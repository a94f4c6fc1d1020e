package io.motorpool.application.identity;

import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SecretDigest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Known devices in memory. */
final class InMemoryKnownDevices implements KnownDevices {

    private record Name(LoginDigest login, SecretDigest device) {}

    private final Rows<Name, Instant> rows = new Rows<>();

    @Override
    public Uni<Boolean> knows(LoginDigest login, SecretDigest device, Instant now) {
        return Uni.createFrom()
                .item(() -> rows.get(new Name(login, device))
                        .filter(until -> until.isAfter(now))
                        .isPresent());
    }

    @Override
    public Uni<Void> put(LoginDigest login, SecretDigest device, Instant until) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(new Name(login, device), until));
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return Uni.createFrom().item(() -> rows.forget(until -> !until.isAfter(now), atMost));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
