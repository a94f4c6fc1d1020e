package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.fuzz.contract.Operation.Response;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an operation answers as its part of the document says. */
final class DocumentedAnswers {

    private static final int MOST_FAULTS = 3;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Contract contract;
    private final Schemas schemas;
    private final DocumentedRequests requests;

    DocumentedAnswers(Contract contract, Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
        this.requests = new DocumentedRequests(contract, schemas);
    }

    void check(Operation operation, Sent sent, Received received, @Nullable JsonNode body, Verdict verdict) {
        Optional<Response> response = operation.response(received.status());
        if (response.isEmpty() && isUnwantedBody(operation, sent, received)) {
            return;
        }
        if (response.isEmpty()) {
            verdict.add("answers %d, which is not documented".formatted(received.status()), received.text());
            return;
        }
        content(response.get(), received, body, verdict);
        headers(response.get(), received, verdict);
        if (received.isAccepted()) {
            requests.fault(operation, sent)
                    .ifPresent(fault -> verdict.add("accepts what the document forbids: " + fault, ""));
        }
    }

    /** A body that nobody asked for may be refused for its kind; no document says so of every operation. */
    private static boolean isUnwantedBody(Operation operation, Sent sent, Received received) {
        return received.status() == UNSUPPORTED_MEDIA_TYPE && operation.body().isEmpty() && sent.body().length > 0;
    }

    private void content(Response response, Received received, @Nullable JsonNode body, Verdict verdict) {
        String kind = "answers %d with ".formatted(received.status());
        if (received.text().isEmpty()) {
            if (!response.content().isEmpty()) {
                verdict.add(kind + "no body, though one is documented", "");
            }
            return;
        }
        JsonNode schema = response.content().get(received.mediaType());
        if (schema == null) {
            verdict.add(kind + "a content type that is not documented: " + received.mediaType(), received.text());
        } else if (schema.isEmpty()) {
            verdict.add(kind + "a body that no schema describes", received.text());
        } else if (body != null) {
            schemas.faults(schema, body).stream()
                    .limit(MOST_FAULTS)
                    .forEach(fault -> verdict.add(kind + "a body that breaks its schema: " + fault, ""));
        }
    }

    private void headers(Response response, Received received, Verdict verdict) {
        for (String header : response.headers()) {
            if (received.header(header).isEmpty()) {
                verdict.add("answers %d without the header %s".formatted(received.status(), header), "");
            }
        }
        received.header("ETag")
                .filter(tag -> !tag.matches("\"[0-9]+\""))
                .ifPresent(tag -> verdict.add("gives an ETag that is no version", tag));
        received.header("Location")
                .filter(location -> !contract.hasPath(location.replaceFirst("^https?://[^/]+", "")))
                .ifPresent(location -> verdict.add("gives a Location that leads nowhere", location));
    }
}
