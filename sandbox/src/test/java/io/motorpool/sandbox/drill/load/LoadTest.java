package io.motorpool.sandbox.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.drill.load.UnsteadyApi.Flaw;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {

    @TempDir
    Path folder;

    private final Ledger ledger = new Ledger();
    private final Observations observations = new Observations();

    @Test
    void what_clients_believe_is_what_is_stored_although_they_were_often_cut_off() throws Exception {
        try (UnsteadyApi api = new UnsteadyApi(Flaw.NONE)) {
            List<String> complaints = drive(api);

            assertThat(complaints).isEmpty();
            assertThat(observations.all()).anyMatch(Seen::unanswered).anyMatch(Seen::unavailable);
            assertThat(ledger.entries()).hasSizeGreaterThan(10);
            assertThat(api.stored()).hasSameSizeAs(ledger.entries());
            assertThat(ledger.entries()).allSatisfy(kept -> {
                JsonNode stored =
                        api.stored().getOrDefault(kept.id().toString(), JsonNodeFactory.instance.objectNode());
                assertThat(kept.version()).isEqualTo(stored.path("version").asLong());
                assertThat(kept.status()).isEqualTo(stored.path("status").asText());
                assertThat(kept.start())
                        .isEqualTo(Instant.parse(stored.path("start").asText()));
                assertThat(kept.steps()).hasSize(1 + (int) kept.version());
            });
        }
    }

    @Test
    void a_creation_that_was_done_twice_is_one_that_nobody_was_told_of() throws Exception {
        try (UnsteadyApi api = new UnsteadyApi(Flaw.FORGETS_KEYS)) {
            assertThat(drive(api)).isEmpty();

            assertThat(api.stored()).hasSizeGreaterThan(ledger.entries().size());
        }
    }

    @Test
    void a_reservation_that_is_not_there_any_more_is_complained_of() throws Exception {
        try (UnsteadyApi api = new UnsteadyApi(Flaw.FORGETS_RESERVATIONS)) {
            assertThat(drive(api)).anySatisfy(complaint -> assertThat(complaint).contains("404 not-found"));
        }
    }

    @Test
    void an_answer_that_makes_no_sense_is_complained_of() throws Exception {
        try (UnsteadyApi api = new UnsteadyApi(Flaw.FAILS)) {
            assertThat(drive(api)).anySatisfy(complaint -> assertThat(complaint).contains("a creation", "422 broken"));
        }
    }

    private List<String> drive(UnsteadyApi api) throws InterruptedException {
        Crew crew = Crew.hiredAt(api.url(), new Tokens(DevelopmentKeys.in(folder)), 3, 4);
        assertThat(crew.vehicles()).hasSize(3).doesNotHaveDuplicates().allMatch(UUID.class::isInstance);
        try (Load load = Load.begin(crew, List.of(api.url()), Duration.ofMillis(1), ledger, observations, 1)) {
            Thread.sleep(1_500);
            return load.end();
        }
    }
}
