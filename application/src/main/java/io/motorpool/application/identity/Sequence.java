package io.motorpool.application.identity;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does one thing after the other, because a connection does not take two at once; however many, the stack stays flat. */
final class Sequence {

    private Sequence() {}

    static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .onItem()
                .ignoreAsUni();
    }

    /** The same batch again until one is not full; how many there were in all. */
    static Uni<Integer> batches(int full, Supplier<Uni<Integer>> batch) {
        return batch.get()
                .chain(done -> done < full
                        ? Uni.createFrom().item(done)
                        : batches(full, batch).map(further -> done + further));
    }
}
