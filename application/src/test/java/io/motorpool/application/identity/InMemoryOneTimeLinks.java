package io.motorpool.application.identity;

import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;

/** Links in memory. */
final class InMemoryOneTimeLinks implements OneTimeLinks {

    private final Rows<UserId, OneTimeLink> rows = new Rows<>();

    @Override
    public Uni<Void> put(OneTimeLink link) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(link.user(), link));
    }

    @Override
    public Uni<Optional<OneTimeLink>> find(SecretDigest digest) {
        return Uni.createFrom().item(() -> with(digest));
    }

    private Optional<OneTimeLink> with(SecretDigest digest) {
        return rows.where(link -> link.digest().equals(digest)).stream().findFirst();
    }

    @Override
    public Uni<Optional<OneTimeLink>> take(SecretDigest digest) {
        return Uni.createFrom().item(() -> with(digest).flatMap(link -> rows.remove(link.user())));
    }

    @Override
    public Uni<Void> remove(UserId user) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var _ = rows.remove(user);
        });
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return Uni.createFrom().item(() -> rows.forget(link -> !link.until().isAfter(now), atMost));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
