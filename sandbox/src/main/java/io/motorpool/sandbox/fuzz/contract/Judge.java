package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds an answer against the document, and against what is known of every answer. Many may ask it at once. */
public final class Judge {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<Integer> OFF_THE_MAP = Set.of(400, 401, 404, 405, 406, 413, 415);
    private static final Set<Integer> UNREADABLE = Set.of(400, 404, 414, 431);
    /** Methods that a server may answer by itself, from what it knows of the others. */
    private static final Set<String> OF_HTTP_ITSELF = Set.of("HEAD", "OPTIONS");

    private final Contract contract;
    private final Schemas schemas;
    private final DocumentedAnswers documented;

    public Judge(Contract contract) {
        this.contract = contract;
        this.schemas = new Schemas(contract);
        this.documented = new DocumentedAnswers(contract, schemas);
    }

    /** Everything that is wrong with the answer. */
    public List<Complaint> judge(Asked asked, Received received) {
        Optional<Operation> operation =
                contract.at(asked.sent().method(), asked.sent().path());
        Verdict verdict = new Verdict(
                operation.map(Operation::toString).orElse(asked.sent().method() + " off the map"));
        if (received.status() >= 500 && received.status() != 503) {
            verdict.add("answers " + received.status(), received.text());
        } else if (!isRefusedUnread(asked, received)) {
            judge(operation, asked, received, verdict);
        }
        return verdict.complaints();
    }

    /** What is no request line at all, the server refuses before there is anybody who could write a problem. */
    private static boolean isRefusedUnread(Asked asked, Received received) {
        return (asked.expectation() instanceof Expectation.Unreadable
                        || !isUri(asked.sent().target()))
                && received.text().isEmpty()
                && UNREADABLE.contains(received.status());
    }

    private static boolean isUri(String target) {
        try {
            return new URI(target).getRawPath() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private void judge(Optional<Operation> operation, Asked asked, Received received, Verdict verdict) {
        JsonNode body = body(received, verdict);
        operation.ifPresentOrElse(
                known -> documented.check(known, asked.sent(), received, body, verdict),
                () -> offTheMap(asked.sent(), received, body, verdict));
        if (body != null && received.status() >= 400) {
            ProblemRules.check(asked.sent(), received, body, verdict);
        }
        Expectations.check(asked.expectation(), received, verdict);
        if (body != null && received.isAccepted()) {
            asked.company().ifPresent(own -> isolation(own, body, verdict));
        }
    }

    private static @Nullable JsonNode body(Received received, Verdict verdict) {
        if (received.text().isEmpty() || !received.mediaType().endsWith("json")) {
            return null;
        }
        try {
            return JSON.readTree(received.text());
        } catch (JsonProcessingException broken) {
            verdict.add("answers JSON that cannot be read", String.valueOf(broken.getOriginalMessage()));
            return null;
        }
    }

    private void offTheMap(Sent sent, Received received, @Nullable JsonNode body, Verdict verdict) {
        if (OF_HTTP_ITSELF.contains(sent.method())) {
            return;
        }
        if (!OFF_THE_MAP.contains(received.status())) {
            verdict.add("answers %d where nothing is documented".formatted(received.status()), received.text());
        } else if (body == null || !received.mediaType().equals(ProblemRules.MEDIA_TYPE)) {
            verdict.add("answers %d without a problem".formatted(received.status()), received.text());
        } else {
            contract.schema("Problem").map(problem -> schemas.faults(problem, body)).orElse(List.of()).stream()
                    .forEach(fault -> verdict.add("answers with a problem that breaks its schema: " + fault, ""));
        }
        if (received.status() == 405 && received.header("Allow").isEmpty()) {
            verdict.add("answers 405 without the header Allow", "");
        }
    }

    /** Nobody ever sees what belongs to another company. */
    private static void isolation(UUID own, JsonNode body, Verdict verdict) {
        for (String company : body.findValuesAsText("company")) {
            if (!company.equals(own.toString())) {
                verdict.add("shows what belongs to another company", company);
            }
        }
    }
}
