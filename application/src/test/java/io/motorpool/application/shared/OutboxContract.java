package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.DomainEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every outbox promises to whoever has something to tell. */
public interface OutboxContract extends PortContract {

    Outbox outbox();

    /** The subjects of what waits, the oldest first. */
    List<UUID> waiting();

    @Test
    default void facts_wait_in_the_order_in_which_they_became_true() {
        List<DomainEvent> facts = OneOfEach.saying();
        List<DomainEvent> more = OneOfEach.sayingLittle();

        append(facts);
        append(more);

        assertThat(waiting()).containsSubsequence(subjects(facts)).containsSubsequence(subjects(more));
        assertThat(waiting().indexOf(facts.getLast().subject()))
                .isLessThan(waiting().indexOf(more.getFirst().subject()));
    }

    @Test
    default void appending_nothing_adds_nothing() {
        List<UUID> before = waiting();

        append(List.of());

        assertThat(waiting()).isEqualTo(before);
    }

    private void append(List<DomainEvent> facts) {
        var _ = inTransaction(() -> outbox().append(facts).replaceWith(true));
    }

    private static List<UUID> subjects(List<DomainEvent> facts) {
        return facts.stream().map(DomainEvent::subject).toList();
    }
}
