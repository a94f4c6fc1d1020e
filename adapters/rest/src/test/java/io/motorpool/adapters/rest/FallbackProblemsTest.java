package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FallbackProblemsTest {

    private final ObjectMapper mapper = JsonMapper.builder().build();
    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void open() {
        Router router = Router.router(vertx);
        router.get("/failing/:status").handler(context -> context.fail(Integer.parseInt(context.pathParam("status"))));
        new FallbackProblems(mapper).register(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void what_is_not_there_is_a_problem_that_names_the_path() throws Exception {
        HttpResponse<String> answer = get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        JsonNode problem = mapper.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo("not-found");
        assertThat(problem.path("instance").asText()).isEqualTo("/nothing");
    }

    @Test
    void whoever_comes_while_nothing_can_be_answered_is_told_when_to_come_back() throws Exception {
        HttpResponse<String> answer = get("/failing/503");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isEqualTo(Optional.of("1"));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.actualPort() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
