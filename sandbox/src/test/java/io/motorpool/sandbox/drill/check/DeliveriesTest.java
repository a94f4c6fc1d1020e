package io.motorpool.sandbox.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.check.PublishedFacts.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    private final Fact reserved = fact(ONE, "vehicle-reserved");
    private final Fact moved = fact(ONE, "reservation-rescheduled");
    private final Fact cancelled = fact(ONE, "reservation-cancelled");
    private final Fact elsewhere = fact(OTHER, "vehicle-reserved");
    private final List<Fact> committed = List.of(reserved, elsewhere, moved, cancelled);

    @Test
    void all_once_and_in_order_is_as_promised() {
        Deliveries deliveries = published(elsewhere, reserved, moved, cancelled);

        assertThat(deliveries.compare().lines()).isEmpty();
        assertThat(deliveries.repeated()).isZero();
    }

    @Test
    void a_batch_that_comes_again_is_as_promised_too_and_counted() {
        Deliveries deliveries = published(reserved, moved, reserved, moved, elsewhere, cancelled);

        assertThat(deliveries.compare().lines()).isEmpty();
        assertThat(deliveries.repeated()).isEqualTo(2);
    }

    @Test
    void a_fact_that_does_not_arrive_is_lost() {
        assertThat(published(elsewhere, reserved, cancelled).compare().lines())
                .singleElement()
                .asString()
                .startsWith("every committed fact is published: lost")
                .contains(moved.id().toString());
    }

    @Test
    void a_fact_that_nobody_committed_is_made_up() {
        Fact madeUp = fact(OTHER, "reservation-cancelled");

        assertThat(published(elsewhere, reserved, moved, cancelled, madeUp)
                        .compare()
                        .lines())
                .singleElement()
                .asString()
                .startsWith("only committed facts are published")
                .contains(madeUp.id().toString());
    }

    @Test
    void facts_about_one_subject_that_change_places_are_out_of_order() {
        assertThat(published(elsewhere, reserved, cancelled, moved).compare().lines())
                .singleElement()
                .asString()
                .startsWith("facts about one subject come in order")
                .contains(ONE.toString());
    }

    @Test
    void a_key_other_than_the_subject_and_a_second_partition_break_the_order_to_come() {
        Published astray = new Published(cancelled, "somebody", 1, 9);
        List<Published> all = new ArrayList<>(deliver(elsewhere, reserved, moved));
        all.add(astray);

        assertThat(new Deliveries(committed, all).compare().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("the key is the subject"))
                .anyMatch(line -> line.startsWith("facts about one subject share a partition"));
    }

    private Deliveries published(Fact... facts) {
        return new Deliveries(committed, deliver(facts));
    }

    private static List<Published> deliver(Fact... facts) {
        List<Published> all = new ArrayList<>();
        for (Fact fact : facts) {
            all.add(new Published(fact, fact.subject().toString(), 0, all.size()));
        }
        return all;
    }

    private static Fact fact(UUID subject, String type) {
        return Fact.read("{\"id\":\"%s\",\"subject\":\"%s\",\"type\":\"io.motorpool.reservation.%s.v1\"}"
                .formatted(UUID.randomUUID(), subject, type));
    }
}
