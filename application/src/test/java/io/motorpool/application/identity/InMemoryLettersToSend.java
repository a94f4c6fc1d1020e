package io.motorpool.application.identity;

import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Owed letters in memory. */
final class InMemoryLettersToSend implements LettersToSend {

    private final Rows<UserId, Owed> rows = new Rows<>();

    @Override
    public Uni<Void> put(Owed letter) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(letter.user(), letter));
    }

    @Override
    public Uni<Optional<Owed>> lockNext(Instant now) {
        return Uni.createFrom()
                .item(() -> rows.where(letter -> !letter.notBefore().isAfter(now)).stream()
                        .min(Comparator.comparing(Owed::notBefore)));
    }

    @Override
    public Uni<Void> remove(Owed letter) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var _ = rows.forget(letter::equals, 1);
        });
    }

    @Override
    public Uni<Void> removeAll(UserId user) {
        return Uni.createFrom().voidItem().invoke(() -> {
            var _ = rows.remove(user);
        });
    }

    List<Owed> all() {
        return rows.all();
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
