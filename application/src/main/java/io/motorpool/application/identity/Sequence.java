package io.motorpool.application.identity;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does one thing after the other: a session of the database does not like two at once. */
final class Sequence {

    private Sequence() {}

    static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> step) {
        Uni<Void> sequence = Uni.createFrom().voidItem();
        for (T each : all) {
            sequence = sequence.chain(() -> step.apply(each));
        }
        return sequence;
    }

    /** The same batch again until one is not full; how many there were in all. */
    static Uni<Integer> batches(int full, Supplier<Uni<Integer>> batch) {
        return batch.get()
                .chain(done -> done < full
                        ? Uni.createFrom().item(done)
                        : batches(full, batch).map(further -> done + further));
    }
}
