package io.motorpool.sandbox.fuzz.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.fuzz.Garages;
import io.motorpool.sandbox.fuzz.wire.Header;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final String ID = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70";
    private static final String COMPANY = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f71";
    private static final String PATH = "/api/v1/garages/" + ID;
    private static final String GARAGE =
            "{\"id\":\"%s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\"}"
                    .formatted(ID, COMPANY);
    private static final String NEW_GARAGE = "{\"company\":\"" + COMPANY
            + "\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\",\"opensOn\":\"2026-12-01\"}";

    private final Judge judge = new Judge(Garages.CONTRACT);

    @Test
    void an_answer_that_keeps_every_promise_is_not_blamed() {
        assertThat(judged(get(PATH), answer(200, GARAGE, "ETag", "\"3\""))).isEmpty();
        assertThat(judged(
                        post(NEW_GARAGE),
                        answer(201, GARAGE, "ETag", "\"0\"", "Location", "http://localhost:80" + PATH)))
                .isEmpty();
        assertThat(judged(get(PATH), problem(404, "not-found"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 504})
    void a_failure_of_the_server_is_blamed(int status) {
        assertThat(judged(get(PATH), problem(status, "internal-error"))).containsExactly("answers " + status);
    }

    @Test
    void an_outage_is_blamed_only_where_it_is_not_documented_or_does_not_say_when_to_come_again() {
        assertThat(judged(post(NEW_GARAGE), problem(503, "unavailable", "Retry-After", "1")))
                .isEmpty();
        assertThat(judged(post(NEW_GARAGE), problem(503, "unavailable")))
                .containsExactly("answers 503 without the header Retry-After");
        assertThat(judged(get(PATH), problem(503, "unavailable", "Retry-After", "1")))
                .containsExactly("answers 503, which is not documented");
    }

    @Test
    void a_status_that_is_not_documented_is_blamed() {
        assertThat(judged(get(PATH), problem(409, "taken"))).containsExactly("answers 409, which is not documented");
    }

    @Test
    void a_header_that_is_documented_has_to_be_there() {
        assertThat(judged(get(PATH), answer(200, GARAGE))).containsExactly("answers 200 without the header ETag");
        assertThat(judged(post(NEW_GARAGE), answer(201, GARAGE, "ETag", "\"0\"")))
                .containsExactly("answers 201 without the header Location");
    }

    @Test
    void headers_have_to_lead_somewhere() {
        assertThat(judged(post(NEW_GARAGE), answer(201, GARAGE, "ETag", "W/\"0\"", "Location", "/garages/" + ID)))
                .containsExactly("gives an ETag that is no version", "gives a Location that leads nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":\"%s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":3} | required property 'colour' not found",
                "{\"id\":\"%s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":\"3\",\"colour\":\"RED\"} | string found, integer expected",
                "{\"id\":\"%s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"GREEN\"} | does not have a value in the enumeration",
                "{\"id\":\"no %s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\"} | uuid",
                "{\"id\":\"%s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\",\"secret\":1} | 'secret' is not defined"
            })
    void a_body_has_to_fulfil_its_schema_and_no_more(String body, String fault) {
        assertThat(judged(get(PATH), answer(200, body.formatted(ID, COMPANY), "ETag", "\"3\"")))
                .singleElement()
                .asString()
                .startsWith("answers 200 with a body that breaks its schema: ")
                .contains(fault);
    }

    @Test
    void a_fault_anywhere_in_a_list_is_one_kind_of_fault() {
        String item = "{\"id\":\"%s\",\"company\":\"%s\",\"name\":\"Mapo\",\"places\":null,\"colour\":\"RED\"}"
                .formatted(ID, COMPANY);
        assertThat(judged(get("/api/v1/garages"), answer(200, "{\"items\":[%s,%s]}".formatted(item, item))))
                .containsExactly("answers 200 with a body that breaks its schema: /items/*/places: null found, integer"
                        + " expected");
    }

    @Test
    void a_body_of_another_type_or_none_is_blamed() {
        Received html = new Received(
                200,
                List.of(new Header("Content-Type", "text/html; charset=utf-8"), new Header("ETag", "\"1\"")),
                "<p>",
                Duration.ZERO);
        assertThat(judged(get(PATH), html))
                .containsExactly("answers 200 with a content type that is not documented: text/html");
        assertThat(judged(get(PATH), answer(200, "", "ETag", "\"1\"")))
                .containsExactly("answers 200 with no body, though one is documented");
        assertThat(judged(get(PATH), answer(200, GARAGE + "}", "ETag", "\"1\"")))
                .containsExactly("answers JSON that cannot be read");
        assertThat(judged(get(PATH), answer(200, "{\"id\":1,\"id\":2}", "ETag", "\"1\"")))
                .containsExactly("answers JSON that cannot be read");
    }

    @Test
    void a_problem_has_to_be_of_one_piece() {
        String odd =
                "{\"type\":\"https://x/other\",\"title\":\"T\",\"status\":404,\"code\":\"Bad Code\",\"detail\":\"\"}";
        assertThat(judged(post(NEW_GARAGE), answer(400, "application/problem+json", odd)))
                .containsExactly(
                        "answers 400 with a problem that names another status",
                        "answers 400 with a problem that has no code",
                        "answers 400 with a problem that has a type of another code",
                        "answers 400 with a problem that explains nothing",
                        "answers 400 with a problem that names no field");
    }

    @Test
    void a_caller_who_is_turned_away_is_told_how_to_be_let_in() {
        assertThat(judged(get(PATH), problem(401, "unauthorized")))
                .containsExactly("answers 401 without the header WWW-Authenticate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"company\":\"" + COMPANY
                        + "\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\"} | required property 'opensOn'",
                "{\"company\":\"" + COMPANY
                        + "\",\"name\":\"Mapo\",\"places\":3.5,\"colour\":\"RED\",\"opensOn\":\"2026-12-01\"} | integer expected",
                "{\"company\":\"" + COMPANY
                        + "\",\"name\":\"Mapo\",\"places\":46,\"colour\":\"RED\",\"opensOn\":\"2026-12-01\"} | maximum",
                "{\"company\":\"" + COMPANY
                        + "\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\",\"opensOn\":\"2026-02-30\"} | date",
                "{\"company\":\"" + COMPANY
                        + "\",\"name\":\"Mapo\",\"places\":3,\"colour\":\"RED\",\"opensOn\":\"2026-12-01\",\"x\":1} | 'x' is not defined",
                "{\"company\":\"" + COMPANY
                        + "\",\"name\":null,\"places\":3,\"colour\":\"RED\",\"opensOn\":\"2026-12-01\"} | required property 'name'",
                "{\"company\":\"" + COMPANY + "\",\"name\":\"Mapo\" | JSON that cannot be read"
            })
    void accepting_a_body_that_the_schema_forbids_is_blamed(String body, String fault) {
        assertThat(judged(post(body), answer(201, GARAGE, "ETag", "\"0\"", "Location", PATH)))
                .singleElement()
                .asString()
                .startsWith("accepts what the document forbids: ")
                .contains(fault);
    }

    @Test
    void null_counts_as_not_given() {
        String body = NEW_GARAGE.replace("}", ",\"keeper\":null}");
        assertThat(judged(post(body), answer(201, GARAGE, "ETag", "\"0\"", "Location", PATH)))
                .isEmpty();
    }

    @Test
    void accepting_a_parameter_or_a_type_that_the_document_forbids_is_blamed() {
        assertThat(judged(get("/api/v1/garages?limit=101"), answer(200, "{\"items\":[]}")))
                .singleElement()
                .asString()
                .startsWith("accepts what the document forbids: parameter 'limit'");
        assertThat(judged(get("/api/v1/garages?limt=5"), answer(200, "{\"items\":[]}")))
                .containsExactly("accepts what the document forbids: parameter 'limt', which is not documented");
        Sent text = new Sent(
                "POST", "/api/v1/garages", List.of(new Header("Content-Type", "text/plain")), bytes(NEW_GARAGE));
        assertThat(judged(text, answer(201, GARAGE, "ETag", "\"0\"", "Location", PATH)))
                .containsExactly("accepts what the document forbids: a body of type 'text/plain'");
    }

    @Test
    void what_is_off_the_map_is_answered_with_a_problem() {
        assertThat(judged(get("/api/v1/cellars"), problem(404, "not-found"))).isEmpty();
        assertThat(judged(get("/api/v1/cellars"), answer(404, "text/html", "<p>")))
                .containsExactly("answers 404 without a problem");
        assertThat(judged(get("/api/v1/cellars"), answer(200, "{}")))
                .containsExactly("answers 200 where nothing is documented");
        Sent patch = new Sent("PATCH", PATH, List.of(), null);
        assertThat(judged(patch, problem(405, "method-not-allowed")))
                .containsExactly("answers 405 without the header Allow");
        assertThat(judged(patch, problem(405, "method-not-allowed", "Allow", "GET, PUT")))
                .isEmpty();
    }

    @Test
    void other_ways_to_write_a_path_lead_to_the_same_operation() {
        for (String path : List.of(PATH + "/", "/api//v1/garages/" + ID, "/api/v1/x/../garages/" + ID + ";a=b")) {
            assertThat(judged(get(path), problem(409, "taken")))
                    .as(path)
                    .containsExactly("answers 409, which is not documented");
        }
    }

    @Test
    void what_was_known_beforehand_has_to_come_true() {
        Received good = answer(200, GARAGE, "ETag", "\"3\"");
        assertThat(judged(get(PATH), new Expectation.Refusal("a stale version"), good))
                .containsExactly("accepts a stale version");
        assertThat(judged(get(PATH), new Expectation.Status(401, "a caller it cannot know"), good))
                .containsExactly("does not answer 401 to a caller it cannot know");
        assertThat(judged(get(PATH), new Expectation.Repetition(good), good)).isEmpty();
        assertThat(judged(get(PATH), new Expectation.Repetition(good), answer(200, GARAGE, "ETag", "\"4\"")))
                .containsExactly("answers a repeated request otherwise than at first");
    }

    @Test
    void what_is_no_uri_may_be_refused_without_a_word_and_what_is_one_may_not() {
        Received bare = new Received(400, List.of(), "", Duration.ZERO);

        assertThat(judged(get(PATH + "?a=%zz"), bare)).isEmpty();
        assertThat(judged(get(PATH + "?a=%20"), bare)).isNotEmpty();
    }

    @Test
    void only_a_head_that_breaks_http_may_be_refused_without_a_word() {
        Received bare = new Received(431, List.of(), "", Duration.ZERO);
        assertThat(judged(get(PATH), new Expectation.Unreadable("a huge header"), bare))
                .isEmpty();
        assertThat(judged(get(PATH), bare)).containsExactly("answers 431, which is not documented");
        assertThat(judged(get(PATH), new Expectation.Unreadable("a huge header"), answer(200, GARAGE, "ETag", "\"1\"")))
                .containsExactly("accepts a huge header");
    }

    @Test
    void nobody_is_shown_what_belongs_to_another_company() {
        Received received = answer(200, GARAGE, "ETag", "\"3\"");
        Asked own = new Asked(get(PATH), Expectation.ANYTHING, Optional.of(UUID.fromString(COMPANY)));
        Asked foreign = new Asked(get(PATH), Expectation.ANYTHING, Optional.of(UUID.fromString(ID)));

        assertThat(judge.judge(own, received)).isEmpty();
        assertThat(judge.judge(foreign, received))
                .extracting(Complaint::what)
                .containsExactly("shows what belongs to another company");
    }

    private List<String> judged(Sent sent, Received received) {
        return judged(sent, Expectation.ANYTHING, received);
    }

    private List<String> judged(Sent sent, Expectation expected, Received received) {
        return judge.judge(new Asked(sent, expected, Optional.empty()), received).stream()
                .map(Complaint::what)
                .toList();
    }

    private static Sent get(String target) {
        return new Sent("GET", target, List.of(), null);
    }

    private static Sent post(String body) {
        return new Sent(
                "POST", "/api/v1/garages", List.of(new Header("Content-Type", "application/json")), bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Received problem(int status, String code, String... headers) {
        String body =
                "{\"type\":\"https://x/%s\",\"title\":\"T\",\"status\":%d,\"code\":\"%s\",\"detail\":\"why\",\"fact\":7}"
                        .formatted(code, status, code);
        return received(status, "application/problem+json", body, headers);
    }

    private static Received answer(int status, String typeOrBody, String... more) {
        return typeOrBody.contains("/") && !typeOrBody.startsWith("{")
                ? received(status, typeOrBody, more[0])
                : received(status, "application/json", typeOrBody, more);
    }

    private static Received received(int status, String type, String body, String... headers) {
        List<Header> all = new ArrayList<>(List.of(new Header("Content-Type", type)));
        for (int i = 0; i < headers.length; i += 2) {
            all.add(new Header(headers[i], headers[i + 1]));
        }
        return new Received(status, all, body, Duration.ZERO);
    }
}
