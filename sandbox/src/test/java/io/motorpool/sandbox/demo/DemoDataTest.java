package io.motorpool.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.api.UnexpectedAnswerException;
import io.motorpool.sandbox.people.StandIns;
import io.motorpool.sandbox.token.DemoCompany;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stand-in of the API that keeps whatever is posted and lists it again. */
class DemoDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final Map<String, List<JsonNode>> kept = new LinkedHashMap<>();
    private HttpServer server;
    private DemoData data;
    private String refused = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1", this::answer);
        server.start();
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC);
        data = new DemoData(
                Api.at(URI.create("http://localhost:" + server.getAddress().getPort())),
                new StandIns(new Tokens(DevelopmentKeys.in(folder), clock)),
                clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void two_companies_with_four_vehicles_each_are_created_and_their_ids_remembered() {
        DemoWorld world = data.load();

        assertThat(world.companies()).containsOnlyKeys(DemoCompany.HANBIT, DemoCompany.DAON);
        assertThat(world.companies().values())
                .allSatisfy(company -> assertThat(company.vehicles()).hasSize(4));
        assertThat(world.company(DemoCompany.HANBIT).members())
                .containsOnlyKeys(DemoUser.ADMIN, DemoUser.MEMBER, DemoUser.COLLEAGUE);
        assertThat(kept.get("/companies")).hasSize(2);
    }

    @Test
    void rides_begin_on_the_next_day_in_seoul_where_it_is_tuesday_already() {
        DemoWorld world = data.load();

        assertThat(world.company(DemoCompany.HANBIT).reservations()).hasSize(3);
        assertThat(kept.getOrDefault("/reservations", List.of()))
                .first()
                .extracting(ride -> ride.path("start").asText())
                .isEqualTo("2026-11-25T10:00:00+09:00");
    }

    @Test
    void a_load_that_broke_off_is_repeated_without_creating_anything_twice() {
        refused = "plan-windows";
        assertThatThrownBy(() -> data.load())
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("plan-windows");

        refused = "";
        DemoWorld world = data.load();

        assertThat(kept.get("/companies")).hasSize(2);
        assertThat(kept.get("/companies/" + world.company(DemoCompany.HANBIT).id() + "/vehicles"))
                .hasSize(4);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        List<JsonNode> items = kept.computeIfAbsent(path, _ -> new ArrayList<>());
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, JSON.createObjectNode().set("items", JSON.valueToTree(items)));
        } else if (!refused.isEmpty() && path.endsWith(refused)) {
            send(exchange, 503, JSON.createObjectNode().put("code", "unavailable"));
        } else {
            ObjectNode item = (ObjectNode) JSON.readTree(exchange.getRequestBody());
            items.add(item.put("id", UUID.randomUUID().toString()));
            send(exchange, 201, item);
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
