package io.motorpool.sandbox.fuzz.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;

/** What every problem has to say (RFC 9457), and which headers come with it. */
final class ProblemRules {

    static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with a form, OAuth says in a word of its own (RFC 6749, 5.2). */
    private static final String OF_OAUTH = "error";

    private ProblemRules() {}

    static void check(Sent sent, Received received, JsonNode problem, Verdict verdict) {
        int status = received.status();
        String kind = "answers %d with a problem that ".formatted(status);
        if (problem.path("status").asInt() != status) {
            verdict.add(kind + "names another status", problem.path("status").toString());
        }
        String code = problem.path("code").asText();
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            verdict.add(kind + "has no code", "'" + code + "'");
        }
        if (!problem.path("type").asText().endsWith("/" + code)) {
            verdict.add(
                    kind + "has a type of another code", problem.path("type").asText());
        }
        if (problem.path("detail").asText().isBlank()) {
            verdict.add(kind + "explains nothing", problem.toString());
        }
        boolean named = sent.hasBody() && !problem.has(OF_OAUTH);
        if (status == 400 && named && problem.path("errors").isEmpty()) {
            verdict.add(kind + "names no field", problem.toString());
        }
        companion(received, 401, "WWW-Authenticate", verdict);
        companion(received, 503, "Retry-After", verdict);
    }

    private static void companion(Received received, int status, String header, Verdict verdict) {
        if (received.status() == status && received.header(header).isEmpty()) {
            verdict.add("answers %d without the header %s".formatted(status, header), "");
        }
    }
}
