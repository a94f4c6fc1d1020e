package io.motorpool.adapters.persistence;

import io.motorpool.application.shared.ContendedException;
import io.smallrye.mutiny.Uni;

/** What a statement has to have touched; anything else means that somebody was faster. */
public final class Changed {

    private Changed() {}

    public static Uni<Void> exactly(int rows, Uni<Integer> touched) {
        return touched.invoke(found -> {
                    if (found != rows) {
                        throw new ContendedException("%d of %d rows are as they were".formatted(found, rows));
                    }
                })
                .replaceWithVoid();
    }
}
