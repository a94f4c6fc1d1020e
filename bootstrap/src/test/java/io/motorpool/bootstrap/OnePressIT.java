package io.motorpool.bootstrap;

import static io.motorpool.bootstrap.DrivenMonth.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A month of driving becomes a document in SAP by one call, which can be watched and which survives whoever works on it. */
@EndToEnd
class OnePressIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem system;
    private final Person approver;

    OnePressIT(RunningSystem system) {
        this.system = system;
        this.approver = system.division("SETTLEMENT_APPROVER");
    }

    @Test
    void one_press_takes_a_month_from_nothing_to_a_document_in_sap_that_was_read_back() {
        DrivenMonth month = DrivenMonth.of(system);

        Answer done = done(press(month.company()));
        JsonNode item = done.body().path("companies").get(0);
        Answer settlement =
                approver.get("/settlements/" + item.path("settlement").asText());
        Answer posted = month.posted(settlement);

        assertThat(item.path("state").asText()).isEqualTo("CONFIRMED");
        assertThat(posted.body().path("supplyWon").asLong()).isEqualTo(month.supplyWon());
        assertThat(posted.body().path("vatWon").asLong()).isEqualTo(month.supplyWon() / 10);
        JsonNode memos =
                SapDocuments.of(system).debitMemos(posted.body().path("number").asText());
        assertThat(memos).hasSize(1);
        assertThat(memos.get(0).path("DebitMemoRequest").asText())
                .isEqualTo(posted.body().path("erpDocument").asText());
        assertThat(new BigDecimal(memos.get(0).path("TotalNetAmount").asText()))
                .isEqualByComparingTo(BigDecimal.valueOf(month.supplyWon()));
        assertThat(memos.get(0).path("SoldToParty").asText()).isEqualTo(DrivenMonth.ERP_ACCOUNT);
    }

    @Test
    void of_many_companies_the_good_ones_are_confirmed_and_pressing_again_touches_only_the_rest() {
        DrivenMonth good = DrivenMonth.of(system);
        ClientCompany idle = system.newCompany();

        Answer first = done(press(good.company(), idle.id()));
        Answer second = done(press(good.company(), idle.id()));

        assertThat(first.body().path("progress").path("confirmed").asInt()).isEqualTo(1);
        JsonNode refused = first.body().path("companies").get(1);
        assertThat(refused.path("code").asText()).isEqualTo("settlement-blocked");
        assertThat(refused.path("facts").path("blockers").asText()).contains("NO_ERP_ACCOUNT", "NOTHING_TO_BILL");
        assertThat(second.body().path("companies")).isEqualTo(first.body().path("companies"));
        assertThat(approver.get("/settlements?company=" + good.company())
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
        var _ = good.posted(approver.get("/settlements/"
                + first.body().path("companies").get(0).path("settlement").asText()));
    }

    @Test
    void a_press_for_everybody_settles_whoever_drove_in_the_month_and_nobody_else() {
        DrivenMonth drove = DrivenMonth.of(system);
        ClientCompany idle = system.newCompany();

        Answer done = done(approver.api()
                .post(
                        "/division/settlement-jobs",
                        Map.of("month", MONTH.toString()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201));

        Map<String, String> states = done.body()
                .path("companies")
                .valueStream()
                .collect(Collectors.toMap(
                        item -> item.path("company").asText(),
                        item -> item.path("state").asText()));
        assertThat(states)
                .containsEntry(drove.company().toString(), "CONFIRMED")
                .doesNotContainKey(idle.id().toString());
        JsonNode settlements = approver.get("/settlements?company=" + drove.company())
                .expect(200)
                .body()
                .path("items");
        assertThat(settlements).hasSize(1);
        Answer posted = drove.posted(
                approver.get("/settlements/" + settlements.get(0).path("id").asText()));
        assertThat(posted.body().path("supplyWon").asLong()).isEqualTo(drove.supplyWon());
    }

    @Test
    void whoever_watches_a_job_is_told_of_every_company_and_of_the_end() {
        List<UUID> companies =
                Stream.generate(() -> system.newCompany().id()).limit(3).toList();
        String job = press(companies.toArray(UUID[]::new)).id().toString();

        List<JsonNode> events = watch(job);

        assertThat(events.getLast().path("progress").path("done").asBoolean()).isTrue();
        assertThat(events.stream()
                        .flatMap(event -> event.path("settled").valueStream())
                        .map(item -> item.path("company").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        companies.stream().map(UUID::toString).toList());
        assertThat(events.getLast().path("progress").path("refused").asInt()).isEqualTo(3);
    }

    @Test
    void a_job_that_is_not_there_is_told_as_a_problem_and_not_as_a_stream() {
        HttpResponse<String> answer = stream(UUID.randomUUID().toString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void a_job_is_worked_off_by_whoever_comes_back_after_a_crash() {
        List<UUID> companies = Stream.concat(
                        Stream.of(DrivenMonth.of(system).company()),
                        Stream.generate(() -> system.newCompany().id()))
                .limit(4)
                .toList();
        Answer pressed = press(companies.toArray(UUID[]::new));

        system.node().kill();
        system.node().start();
        Answer done = done(pressed);

        assertThat(done.body().path("companies")).hasSize(4);
        assertThat(done.body().path("progress").path("confirmed").asInt()).isEqualTo(1);
        assertThat(done.body().path("progress").path("failed").asInt()).isZero();
        Answer settlement = approver.get("/settlements/"
                + done.body().path("companies").get(0).path("settlement").asText());
        Answer posted = Eventually.of(
                () -> approver.get("/settlements/" + settlement.id()).expect(200),
                seen -> DrivenMonth.status(seen).equals("POSTED"));
        assertThat(SapDocuments.of(system)
                        .debitMemos(posted.body().path("number").asText()))
                .hasSize(1);
    }

    private Answer press(UUID... companies) {
        return approver.api()
                .post(
                        "/settlement-jobs",
                        Map.of(
                                "month",
                                MONTH.toString(),
                                "companies",
                                Stream.of(companies).map(UUID::toString).toList()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
    }

    private Answer done(Answer job) {
        return Eventually.of(
                () -> approver.get("/settlement-jobs/" + job.id()).expect(200),
                seen -> seen.body().path("progress").path("done").asBoolean());
    }

    private List<JsonNode> watch(String job) {
        HttpResponse<String> answer = stream(job);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        return answer.body()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> read(line.substring("data:".length())))
                .toList();
    }

    /** Until the server ends it. */
    private HttpResponse<String> stream(String job) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(system.node().url() + "/api/v1/settlement-jobs/" + job + "/events"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + approver.token())
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("the stream broke", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while watching", interrupted);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException failed) {
            throw new UncheckedIOException("no JSON: " + text, failed);
        }
    }
}
