package io.motorpool.sandbox.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.drill.check.StoredReservations.Row;
import io.motorpool.sandbox.drill.load.Kept;
import io.motorpool.sandbox.drill.load.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredReservationsTest {

    private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
    private static final UUID VEHICLE = UUID.randomUUID();

    private final Kept told = new Kept(
            UUID.randomUUID(),
            VEHICLE,
            TEN,
            TEN.plusSeconds(3_600),
            "CANCELLED",
            1,
            List.of(Step.RESERVED, Step.CANCELLED));

    @Test
    void what_was_told_and_stored_alike_is_as_promised() {
        assertThat(compare(Map.of(told.id(), row("CANCELLED", 1)))).isEmpty();
    }

    @Test
    void what_was_told_and_is_not_stored_is_lost() {
        assertThat(compare(Map.of()))
                .singleElement()
                .asString()
                .contains("lost", told.id().toString());
    }

    @Test
    void another_state_or_version_than_was_told_is_no_keeping() {
        assertThat(compare(Map.of(told.id(), row("RESERVED", 1)))).hasSize(1);
        assertThat(compare(Map.of(told.id(), row("CANCELLED", 2)))).hasSize(1);
    }

    @Test
    void what_is_stored_and_was_never_told_was_done_twice() {
        UUID twin = UUID.randomUUID();
        Row second = new Row(twin, VEHICLE, TEN, TEN.plusSeconds(60), "RESERVED", 0);

        assertThat(compare(Map.of(told.id(), row("CANCELLED", 1), twin, second)))
                .singleElement()
                .asString()
                .startsWith("one request makes one reservation")
                .contains(twin.toString());
    }

    @Test
    void each_step_has_its_audit_entry_and_its_event() {
        List<Fact> facts = List.of(fact(Step.RESERVED), fact(Step.CANCELLED));
        List<String> actions = List.of("reserve-vehicle", "cancel-reservation");

        assertThat(traces(actions, facts)).isEmpty();
        assertThat(traces(List.of("reserve-vehicle"), facts))
                .singleElement()
                .asString()
                .startsWith("every step has one audit entry");
        assertThat(traces(actions, List.of(fact(Step.RESERVED), fact(Step.CANCELLED), fact(Step.CANCELLED))))
                .singleElement()
                .asString()
                .startsWith("every step has one event");
    }

    private List<String> compare(Map<UUID, Row> rows) {
        return StoredReservations.compareRows(List.of(told), rows).lines();
    }

    private List<String> traces(List<String> actions, List<Fact> facts) {
        return StoredReservations.compareTraces(List.of(told), Map.of(told.id(), actions), facts)
                .lines();
    }

    private Row row(String status, long version) {
        return new Row(told.id(), VEHICLE, TEN, TEN.plusSeconds(3_600), status, version);
    }

    private Fact fact(Step step) {
        return new Fact(UUID.randomUUID(), told.id(), step.eventType());
    }
}
