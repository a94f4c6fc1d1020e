package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.settlement.SettlementEvent;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every format of facts promises. */
public interface EventFormatContract {

    EventFormat format();

    @Test
    default void a_message_has_the_id_that_it_was_given() {
        UUID id = Ids.next();

        assertThat(OneOfEach.saying()).allSatisfy(event -> {
            EventMessage message = format().describe(id, event);
            assertThat(message.id()).isEqualTo(id);
            assertThat(message.body()).contains(id.toString());
        });
    }

    @Test
    default void facts_about_one_subject_have_one_key() {
        assertThat(OneOfEach.saying())
                .allSatisfy(
                        event -> assertThat(format().describe(Ids.next(), event).key())
                                .isEqualTo(event.subject().toString()));
    }

    @Test
    default void the_same_fact_is_told_in_the_same_words() {
        UUID id = Ids.next();

        assertThat(OneOfEach.saying())
                .allSatisfy(event -> assertThat(format().describe(id, event)).isEqualTo(format().describe(id, event)));
    }

    @Test
    default void every_context_has_a_topic_of_its_own() {
        Set<String> all = topicsOf(DomainEvent.class);

        assertThat(topicsOf(CompanyEvent.class)).hasSize(1);
        assertThat(topicsOf(FleetEvent.class)).hasSize(1);
        assertThat(topicsOf(ReservationEvent.class)).hasSize(1);
        assertThat(topicsOf(IdentityEvent.class)).hasSize(1);
        assertThat(topicsOf(RouteEvent.class)).hasSize(1);
        assertThat(topicsOf(SettlementEvent.class)).hasSize(1);
        assertThat(all).hasSize(8);
    }

    @Test
    default void a_fact_that_leaves_something_out_can_be_told_too() {
        assertThat(OneOfEach.sayingLittle())
                .allSatisfy(event ->
                        assertThat(format().describe(Ids.next(), event).body()).doesNotContain("null"));
    }

    private Set<String> topicsOf(Class<? extends DomainEvent> context) {
        return OneOfEach.saying().stream()
                .filter(context::isInstance)
                .map(event -> format().describe(Ids.next(), event).topic())
                .collect(Collectors.toSet());
    }
}
