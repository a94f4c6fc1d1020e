package io.motorpool.sandbox.bench.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.token.Tokens;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The one press, from the request to the moment at which the job is done, as whoever pressed sees it. */
final class Press {

    private static final Duration GIVE_UP = Duration.ofMinutes(20);

    private final URI node;
    private final Tokens tokens;
    private final UUID approver = UUID.randomUUID();

    Press(URI node, Tokens tokens) {
        this.node = node;
        this.tokens = tokens;
    }

    /** What became of it. */
    record Outcome(Duration took, long confirmed, long failed) {}

    /** Tokens are good for a quarter of an hour, so each question brings a new one. */
    Api asApprover() {
        return Api.at(node).as(tokens.division(approver, "SETTLEMENT_APPROVER"));
    }

    Api asClerk() {
        return Api.at(node).as(tokens.division(approver, "SETTLEMENT_CLERK"));
    }

    /** @param pause between two looks at the job */
    Outcome settle(YearMonth month, List<UUID> companies, Duration pause) throws InterruptedException {
        long begun = System.nanoTime();
        UUID job = asApprover()
                .post(
                        "/settlement-jobs",
                        Map.of("month", month.toString(), "companies", companies),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
        while (System.nanoTime() - begun < GIVE_UP.toNanos()) {
            JsonNode progress = asApprover()
                    .get("/settlement-jobs/" + job)
                    .expect(200)
                    .body()
                    .path("progress");
            if (progress.path("done").asBoolean()) {
                return new Outcome(
                        Duration.ofNanos(System.nanoTime() - begun),
                        progress.path("confirmed").asLong(),
                        progress.path("failed").asLong()
                                + progress.path("refused").asLong());
            }
            Thread.sleep(pause);
        }
        throw new IllegalStateException("the press did not end within " + GIVE_UP);
    }

    /** The same in the three steps that a press is made of, one request each, without waiting for whoever works off jobs. */
    Duration settleStepByStep(YearMonth month, UUID company) {
        Api api = asApprover();
        long begun = System.nanoTime();
        api.post("/sweeps/prices", Map.of("month", month.toString(), "company", company))
                .mustBe(200);
        Answer calculated = api.post("/companies/%s/settlements/%s/calculation".formatted(company, month), null)
                .expect(200, 201);
        api.post(
                        "/settlements/%s/confirmation".formatted(calculated.id()),
                        null,
                        "If-Match",
                        calculated.etag(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .mustBe(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** The bill of the company. */
    UUID settlement(UUID company, YearMonth month) {
        return UUID.fromString(asApprover()
                .get("/settlements?company=" + company + "&month=" + month)
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText());
    }
}
