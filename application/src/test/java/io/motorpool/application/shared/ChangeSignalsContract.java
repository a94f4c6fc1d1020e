package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What whoever watches may expect of signals. */
public interface ChangeSignalsContract extends PortContract {

    ChangeSignals signals();

    /** What somebody hears who listens from now on, once it is sure that they do. */
    default Heard listening() {
        Heard heard = new Heard();
        signals().listen(heard);
        UUID first = Ids.next();
        Soon.passes(() -> {
            tell(Set.of(first));
            assertThat(heard.things).contains(first);
        });
        return heard;
    }

    @Test
    default void what_was_told_is_heard_by_everybody_who_listens() {
        Heard one = listening();
        Heard other = listening();
        Set<UUID> things = Set.of(Ids.next(), Ids.next());

        tell(things);

        Soon.passes(() -> assertThat(one.things).containsAll(things));
        Soon.passes(() -> assertThat(other.things).containsAll(things));
    }

    @Test
    default void as_many_as_a_batch_can_touch_are_told_at_once() {
        Heard heard = listening();
        Set<UUID> things = new HashSet<>();
        while (things.size() < 2 * RelayOutbox.BATCH) {
            things.add(Ids.next());
        }

        tell(things);

        Soon.passes(() -> assertThat(heard.things).containsAll(things));
    }

    @Test
    default void nobody_hears_of_what_did_not_happen() {
        Heard heard = listening();
        UUID never = Ids.next();
        UUID next = Ids.next();

        assertThatThrownBy(() -> inTransaction(() -> signals()
                        .tell(Set.of(never))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back")))))
                .hasStackTraceContaining("rolled back");
        tell(Set.of(next));

        Soon.passes(() -> assertThat(heard.things).contains(next));
        assertThat(heard.things).doesNotContain(never);
    }

    @Test
    default void to_tell_nothing_is_to_say_nothing() {
        Heard heard = listening();
        Set<UUID> before = Set.copyOf(heard.things);

        tell(Set.of());
        UUID next = Ids.next();
        tell(Set.of(next));

        Soon.passes(() -> assertThat(heard.things).contains(next));
        assertThat(heard.things).hasSize(before.size() + 1);
    }

    private void tell(Set<UUID> things) {
        var _ = inTransaction(() -> signals().tell(things).replaceWith(true));
    }

    /** All that was heard. */
    final class Heard implements ChangeSignals.Listener {

        private final Set<UUID> things = ConcurrentHashMap.newKeySet();
        private final AtomicInteger anything = new AtomicInteger();

        @Override
        public void changed(Set<UUID> changed) {
            things.addAll(changed);
        }

        @Override
        public void anythingMayHaveChanged() {
            anything.incrementAndGet();
        }

        public Set<UUID> things() {
            return things;
        }

        public int anything() {
            return anything.get();
        }
    }
}
