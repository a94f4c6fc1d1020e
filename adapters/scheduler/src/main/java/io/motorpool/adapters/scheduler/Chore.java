package io.motorpool.adapters.scheduler;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something that has to be done again and again, and whose failure is told once and keeps nothing else from being done. */
final class Chore {

    private final Standing standing;

    Chore(String what) {
        this.standing = new Standing(what);
    }

    /** @param note is told what was done */
    <T> Uni<Void> doWhatIsPermitted(Supplier<Uni<Decision<T, Refusal>>> work, Consumer<T> note) {
        return run(() -> work.get().map(Chore::accepted).invoke(note));
    }

    /**
     * One after the other until there is no more to do. What failed is tried again when the chore comes round, and so is all
     * that comes after it.
     *
     * @param found whether there was something to do
     * @param note is told of each time that there was
     */
    <T> Uni<Void> doAllThatIsPermitted(Supplier<Uni<Decision<T, Refusal>>> next, Predicate<T> found, Consumer<T> note) {
        return run(() -> Multi.createBy()
                .repeating()
                .uni(() -> next.get().map(Chore::accepted))
                .until(Predicate.not(found))
                .invoke(note)
                .collect()
                .last());
    }

    <T> Uni<Void> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .invoke(standing::worked)
                .onFailure()
                .invoke(standing::failed)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** The scheduler's role is made for this, so a refusal is a mistake of ours. */
    private static <T> T accepted(Decision<T, Refusal> decision) {
        return switch (decision) {
            case Accepted<T, Refusal>(var done) -> done;
            case Refused<T, Refusal>(var reason) ->
                throw new IllegalStateException("refused: " + reason.getClass().getSimpleName());
        };
    }
}
