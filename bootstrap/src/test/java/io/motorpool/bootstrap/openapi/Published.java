package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.sandbox.fuzz.contract.Asked;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Expectation;
import io.motorpool.sandbox.fuzz.contract.Judge;
import io.motorpool.sandbox.fuzz.wire.NoAnswerException;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import io.motorpool.sandbox.fuzz.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The API as the running system publishes it, over one bare connection. */
final class Published implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Wire wire;
    private final JsonNode document;
    private final Contract contract;
    private final Judge judge;

    Published(RunningSystem system) {
        wire = new Wire(system.node().url());
        document = json(answer(new Sent("GET", "/q/openapi?format=json", List.of(), null)));
        contract = new Contract(document);
        judge = new Judge(contract);
    }

    JsonNode document() {
        return document;
    }

    Contract contract() {
        return contract;
    }

    Received answer(Sent sent) {
        try {
            return wire.exchange(sent);
        } catch (NoAnswerException none) {
            throw new AssertionError(sent.method() + " " + sent.target() + " was not answered", none);
        }
    }

    /** Everything about the answer that the document does not promise. */
    List<String> faults(Sent sent, Received received) {
        return judge.judge(new Asked(sent, Expectation.ANYTHING, Optional.empty()), received).stream()
                .map(complaint -> complaint.what() + " " + complaint.detail())
                .toList();
    }

    static JsonNode json(Received received) {
        return json(received.text());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
