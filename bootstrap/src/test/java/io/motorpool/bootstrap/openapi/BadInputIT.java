package io.motorpool.bootstrap.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.bootstrap.EndToEnd;
import io.motorpool.bootstrap.Person;
import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with a request is found before anything is done, and told with the name of the field. The document
 * says what there is to spoil, so a new operation is covered by itself.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    /** As OAuth has it; TokenResourceTest spoils it. */
    private static final String TAKES_A_FORM = "grantServiceToken";

    private final RunningSystem system;
    private final Published api;
    private final Person somebody;
    private final SoundRequests sound;

    BadInputIT(RunningSystem system) {
        this.system = system;
        this.api = new Published(system);
        this.somebody = system.division("OPERATOR", "SUPPORT_AGENT");
        this.sound = new SoundRequests(api.contract(), Tenant.founded(system, 0).things());
    }

    @AfterAll
    void close() {
        api.close();
    }

    List<Operation> operations() {
        return api.contract().operations().stream()
                .filter(operation -> !operation.id().equals(TAKES_A_FORM))
                .toList();
    }

    List<Operation> operationsWithBody() {
        return operations().stream()
                .filter(operation -> operation.body().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operationsWithBody")
    void a_body_that_is_not_as_documented_is_refused_and_changes_nothing(Operation operation) {
        mustBeRefused(SpoiltBodies.of(api.contract(), sound, drafted(operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_path_a_query_or_a_header_that_is_not_as_documented_is_refused_and_changes_nothing(Operation operation) {
        mustBeRefused(SpoiltHeads.of(api.contract(), sound, drafted(operation)));
    }

    /** Without this, everything could be refused for a reason that nobody meant. */
    @ParameterizedTest
    @MethodSource("operations")
    void what_is_spoilt_here_would_be_understood_otherwise(Operation operation) {
        Draft draft = drafted(operation);
        Sent sent = draft.sent();

        Received received = api.answer(sent);

        assertThat(received.status())
                .as(received.text())
                .isNotIn(400, 406, 413, 415, 428)
                .isLessThan(500);
        assertThat(api.faults(sent, received)).isEmpty();
    }

    private Draft drafted(Operation operation) {
        return sound.of(operation).as(somebody.token());
    }

    private void mustBeRefused(List<Spoilt> requests) {
        sendLetters();
        Map<String, String> before = StoredRows.digest(system.parts().postgres());
        List<String> accepted = new ArrayList<>();
        for (Spoilt spoilt : requests) {
            Sent sent = spoilt.draft().sent();
            faults(spoilt, sent, api.answer(sent)).forEach(fault -> accepted.add(spoilt.what() + ": " + fault));
        }

        assertThat(accepted).isEmpty();
        assertThat(StoredRows.digest(system.parts().postgres())).isEqualTo(before);
    }

    /** What an earlier request owes goes out now, and not while rows are compared. */
    private void sendLetters() {
        system.operator().api().post("/sweeps/letters", null).mustBe(200);
    }

    private List<String> faults(Spoilt spoilt, Sent sent, Received received) {
        List<String> faults = new ArrayList<>(api.faults(sent, received));
        if (received.status() != spoilt.status()) {
            faults.add("expected %d, got %d %s".formatted(spoilt.status(), received.status(), received.text()));
            return faults;
        }
        JsonNode problem = Published.json(received);
        if (spoilt.field() != null
                && !problem.path("errors").findValuesAsText("field").contains(spoilt.field())) {
            faults.add("does not name %s: %s".formatted(spoilt.field(), problem.path("errors")));
        }
        if (!problem.path("instance").asText().equals(sent.path())) {
            faults.add("happened at " + problem.path("instance"));
        }
        return faults;
    }
}
