package io.motorpool.bootstrap;

import static io.motorpool.bootstrap.Somebody.access;
import static io.motorpool.bootstrap.Somebody.refreshToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.bootstrap.Race.Finish;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.verify.Robot;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From the letter to the last token, over HTTP. */
@EndToEnd
class SigningInIT {

    /** P6. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** A cut-off is known everywhere after two seconds; a slow machine gets some more. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final RunningSystem system;

    SigningInIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void whoever_signs_in_can_call_go_on_and_is_known_by_name() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");

        Answer tokens = somebody.signIn().expect(201);
        Answer myself = somebody.with(tokens).get("/me").expect(200);
        Answer next = somebody.refresh(refreshToken(tokens)).expect(200);

        assertThat(tokens.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(tokens.body().path("profile").path("kind").asText()).isEqualTo("DIVISION");
        assertThat(myself.body().path("user").path("id").asText())
                .isEqualTo(somebody.id().toString());
        assertThat(myself.body().path("permissions").toString()).contains("SUPPORT_RESERVATIONS");
        assertThat(next.body().path("session")).isEqualTo(tokens.body().path("session"));
        assertThat(refreshToken(next)).isNotEqualTo(refreshToken(tokens));
        somebody.with(next).get("/me").mustBe(200);
        assertThat(system.operator()
                        .get("/security-trail?about=" + somebody.id())
                        .expect(200)
                        .body()
                        .path("items")
                        .findValuesAsText("event"))
                .contains("USER_INVITED", "LETTER_SENT", "USER_ACTIVATED", "SIGNED_IN");
    }

    @Test
    void a_refresh_token_brings_the_same_successor_for_a_moment_and_ends_its_family_after_that() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer phone = somebody.signIn().expect(201);
        Answer laptop = somebody.signIn().expect(201);

        Answer next = somebody.refresh(refreshToken(phone)).expect(200);
        Answer again = somebody.refresh(refreshToken(phone)).expect(200);
        assertThat(refreshToken(again)).isEqualTo(refreshToken(next));

        system.hourglass()
                .passForSession(UUID.fromString(next.body().path("session").asText()), GRACE);
        assertThat(somebody.refresh(refreshToken(phone)).expect(401).code()).isEqualTo("session-over");

        assertThat(somebody.refresh(refreshToken(next)).expect(401).code()).isEqualTo("session-over");
        soonRefused(somebody.with(next));
        somebody.with(laptop).get("/me").mustBe(200);
        somebody.refresh(refreshToken(laptop)).mustBe(200);
    }

    @Test
    void a_hundred_refreshes_at_once_are_one_rotation() throws Exception {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        String token = refreshToken(somebody.signIn().expect(201));
        List<Supplier<Answer>> callers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            callers.add(() -> somebody.refresh(token));
        }

        List<Finish> finishes = Race.between(callers);

        assertThat(finishes).extracting(Finish::status).containsOnly(200);
        Set<String> successors =
                finishes.stream().map(finish -> refreshToken(finish.answer())).collect(Collectors.toSet());
        assertThat(successors).hasSize(1).doesNotContain(token);
        somebody.refresh(successors.iterator().next()).mustBe(200);
    }

    @Test
    void what_is_taken_from_somebody_is_gone_at_once_and_the_next_token_says_so() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer tokens = somebody.signIn().expect(201);
        Answer seen = somebody.asOperatorSees();

        system.operator()
                .api()
                .put("/users/" + somebody.id() + "/roles", Map.of("roles", List.of("AUDITOR")), "If-Match", seen.etag())
                .mustBe(200);

        soonRefused(somebody.with(tokens));
        Answer next = somebody.refresh(refreshToken(tokens)).expect(200);
        assertThat(next.body().path("roles").toString()).isEqualTo("[\"AUDITOR\"]");
    }

    @Test
    void whoever_is_disabled_is_out_and_can_be_let_in_again() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer tokens = somebody.signIn().expect(201);
        String path = "/users/" + somebody.id();

        Answer disabled = system.operator()
                .api()
                .post(
                        path + "/disablement",
                        null,
                        "If-Match",
                        somebody.asOperatorSees().etag())
                .expect(200);

        soonRefused(somebody.with(tokens));
        assertThat(somebody.refresh(refreshToken(tokens)).expect(401).code()).isEqualTo("session-over");
        assertThat(somebody.signIn().expect(401).code()).isEqualTo("sign-in-refused");

        system.operator()
                .api()
                .post(path + "/enablement", null, "If-Match", disabled.etag())
                .mustBe(200);
        somebody.signIn().mustBe(201);
    }

    @Test
    void sessions_are_listed_ended_one_by_one_and_all_at_once() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer phone = somebody.signIn().expect(201);
        Answer laptop = somebody.signIn().expect(201);
        Answer tablet = somebody.signIn().expect(201);

        somebody.post("/sessions/end", Map.of("refreshToken", refreshToken(tablet)))
                .mustBe(204);
        assertThat(somebody.with(laptop).get("/me/sessions").expect(200).body().path("items"))
                .hasSize(2);
        somebody.with(laptop)
                .post("/sessions/" + phone.body().path("session").asText() + "/end", null)
                .mustBe(200);
        soonRefused(somebody.with(phone));
        Answer ended = somebody.with(laptop).post("/me/sessions/end", null).expect(200);

        assertThat(ended.body().path("sessions").asInt()).isEqualTo(1);
        soonRefused(somebody.with(laptop));
        Stream.of(phone, laptop, tablet)
                .forEach(tokens -> somebody.refresh(refreshToken(tokens)).mustBe(401));
    }

    @Test
    void a_new_password_ends_all_other_sessions() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer here = somebody.signIn().expect(201);
        Answer there = somebody.signIn().expect(201);
        String chosen = "eight yellow tricycles in a barn";

        assertThat(somebody.with(here)
                        .put("/me/password", Map.of("present", "wrong", "wanted", chosen))
                        .expect(422)
                        .code())
                .isEqualTo("password-wrong");
        somebody.with(here)
                .put("/me/password", Map.of("present", Somebody.PASSWORD, "wanted", chosen))
                .mustBe(200);

        soonRefused(somebody.with(there));
        somebody.with(here).get("/me").mustBe(200);
        somebody.signIn().mustBe(401);
        somebody.signIn(chosen, "phone", Somebody.newNetwork(), null).mustBe(201);
    }

    @Test
    void a_letter_opens_once_what_it_was_sent_for() {
        Somebody somebody = Somebody.invited(system, "SUPPORT_AGENT");

        assertThat(somebody.choosePassword("password1234").expect(422).code()).isEqualTo("password-too-weak");
        somebody.choosePassword(Somebody.PASSWORD).mustBe(200);

        assertThat(somebody.choosePassword(Somebody.PASSWORD).expect(422).code())
                .isEqualTo("link-refused");
    }

    @Test
    void whoever_is_refused_cannot_tell_why() {
        Somebody active = Somebody.active(system, "SUPPORT_AGENT");
        Somebody invited = Somebody.invited(system, "SUPPORT_AGENT");
        Map<String, Object> nobody = Map.of("email", "nobody@motorpool.example", "password", "x", "device", "phone");

        List<JsonNode> refusals = Stream.of(
                        active.signIn("wrong", "phone", Somebody.newNetwork(), null),
                        invited.signIn(),
                        system.anonymous().post("/sessions", nobody, "X-Forwarded-For", Somebody.newNetwork()))
                .map(answer -> answer.expect(401).body())
                .map(body -> (JsonNode) ((ObjectNode) body.deepCopy()).without("traceId"))
                .toList();

        assertThat(Set.copyOf(refusals)).hasSize(1);
    }

    /** By what is done, not by the clock: each attempt costs one comparison of a hash, and is counted as refused. */
    @Test
    void whoever_is_refused_has_cost_the_same_whether_they_exist_or_not() {
        Somebody active = Somebody.active(system, "SUPPORT_AGENT");
        Somebody invited = Somebody.invited(system, "SUPPORT_AGENT");
        Map<String, Object> nobody = Map.of(
                "email", "%s@motorpool.example".formatted(UUID.randomUUID()), "password", "x", "device", "phone");
        List<Supplier<Answer>> attempts = List.of(
                () -> active.signIn("wrong", "phone", Somebody.newNetwork(), null),
                invited::signIn,
                () -> system.anonymous().post("/sessions", nobody, "X-Forwarded-For", Somebody.newNetwork()));
        Meters meters = Meters.of(system.node());

        for (Supplier<Answer> attempt : attempts) {
            double compared = meters.comparisons();
            double refused = meters.problems("sign-in-refused");

            attempt.get().mustBe(401);

            assertThat(meters.comparisons()).isEqualTo(compared + 1);
            assertThat(meters.problems("sign-in-refused")).isEqualTo(refused + 1);
        }
    }

    @Test
    void guessing_is_stopped_where_it_comes_from_and_stops_nobody_else() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        String device = somebody.signIn().expect(201).body().path("knownDevice").asText();
        String attacker = Somebody.newNetwork();
        for (int i = 0; i < 5; i++) {
            somebody.signIn("guess " + i, "phone", attacker, null).mustBe(401);
        }

        Answer stopped = somebody.signIn("guess 6", "phone", attacker, null).expect(429);

        assertThat(stopped.code()).isEqualTo("too-many-attempts");
        assertThat(Long.parseLong(stopped.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 900L);
        somebody.signIn().mustBe(201);
        somebody.signIn(Somebody.PASSWORD, "phone", attacker, device).mustBe(201);
    }

    @Test
    void asking_too_often_is_answered_with_when_to_come_back() {
        String network = Somebody.newNetwork();
        Map<String, String> nobody = Map.of("email", "nobody@motorpool.example");

        Answer refused = Stream.generate(() -> system.anonymous().post("/letters", nobody, "X-Forwarded-For", network))
                .limit(30)
                .filter(answer -> answer.status() != 202)
                .findFirst()
                .orElseThrow();

        assertThat(refused.expect(429).code()).isEqualTo("too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Meters.of(system.node()).problems("too-many-requests")).isPositive();
    }

    @Test
    void a_service_gets_tokens_for_words_that_count_once() {
        Robot robot = Robot.registered(system.operator().api(), "정산 서버", "https://motorpool.local", Clock.systemUTC());
        String words = robot.words();

        Answer token = Robot.ask(system.anonymous(), words).expect(200);
        Api service = system.anonymous().as(token.body().path("access_token").asText());

        assertThat(token.body().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.body().path("expires_in").asInt()).isBetween(840, 900);
        assertThat(token.headers().firstValue("Cache-Control")).contains("no-store");
        service.get("/companies").mustBe(200);
        Answer twice = Robot.ask(system.anonymous(), words).expect(401);
        assertThat(twice.body().path("error").asText()).isEqualTo("invalid_client");
        assertThat(twice.code()).isEqualTo("client-refused");

        String path = "/service-accounts/" + robot.id();
        String seen = system.operator().get(path).expect(200).etag();
        system.operator()
                .api()
                .post(path + "/disablement", null, "If-Match", seen)
                .mustBe(200);
        soonRefused(service);
        Robot.ask(system.anonymous(), robot.words()).mustBe(401);
    }

    @Test
    void a_token_of_the_first_server_is_taken_until_its_sunset_which_the_answer_names() {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");

        Answer answer = system.anonymous()
                .as(FirstServer.tokenOf(
                        somebody.email(), Clock.systemUTC().instant().plusSeconds(60)))
                .get("/me");

        assertThat(answer.expect(200).headers().firstValue("Sunset")).contains(FirstServer.SUNSET);
        system.anonymous()
                .as(FirstServer.tokenOf(
                        somebody.email(), Clock.systemUTC().instant().minusSeconds(1)))
                .get("/me")
                .mustBe(401);
        system.anonymous()
                .as(FirstServer.tokenOf(
                        "nobody@motorpool.example", Clock.systemUTC().instant().plusSeconds(60)))
                .get("/me")
                .mustBe(401);
    }

    @Test
    void neither_the_log_nor_the_database_holds_what_opens_anything() throws IOException, SQLException {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer tokens = somebody.signIn().expect(201);
        Answer next = somebody.refresh(refreshToken(tokens)).expect(200);
        String refresh = refreshToken(next);
        List<String> secrets = List.of(
                Somebody.PASSWORD,
                access(tokens),
                refreshToken(tokens).substring(23),
                refresh,
                refresh.substring(23),
                tokens.body().path("knownDevice").asText());

        String log = Files.readString(system.node().log());
        String dump = dump();

        assertThat(secrets).allSatisfy(secret -> {
            assertThat(log.contains(secret)).isFalse();
            assertThat(dump.contains(secret)).isFalse();
        });
        assertThat(dump).contains(somebody.email());
        assertThat(log).doesNotContain(somebody.email());
    }

    private String dump() throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Connection database = system.parts()
                        .postgres()
                        .connect(system.parts().postgres().owner());
                Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select r::text from \"%s\" r".formatted(table))) {
                    while (rows.next()) {
                        dump.append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return dump.toString();
    }

    private static void soonRefused(Api api) {
        long deadline = System.nanoTime() + SOON.toNanos();
        Answer answer = api.get("/me");
        while (answer.status() != 401 && System.nanoTime() < deadline) {
            answer = api.get("/me");
        }
        assertThat(answer.status()).isEqualTo(401);
    }
}
