package io.motorpool.sandbox.drill.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.parts.ObjectStorePart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoodyStoreTest {

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ObjectStorePart part;
    private MoodyStore store;

    @BeforeEach
    void start() throws Exception {
        part = ObjectStorePart.in(folder, 0);
        part.start();
        store = MoodyStore.before(part);
    }

    @AfterEach
    void stop() {
        store.close();
        part.close();
    }

    @Test
    void in_its_mood_it_passes_on_what_the_store_says() throws Exception {
        assertThat(get().statusCode()).isEqualTo(404);
        assertThat(put().statusCode()).isEqualTo(403);
        assertThat(store.spoiled()).isZero();
    }

    @Test
    void else_readers_get_what_the_mood_has_for_them_and_connections_do_not_outlive_a_mood() throws Exception {
        assertThat(get().statusCode()).isEqualTo(404);

        store.be(Mood.FAILING);
        assertThat(get().statusCode()).isEqualTo(503);
        assertThat(put().statusCode()).isEqualTo(503);
        store.be(Mood.EMPTY);
        assertThat(get().body()).isEqualTo("{\"keys\":[]}");
        assertThat(put().statusCode()).isEqualTo(403);
        store.be(Mood.GARBAGE);
        assertThat(get().body()).contains("It works!");
        store.be(Mood.SOUND);
        assertThat(get().statusCode()).isEqualTo(404);
        assertThat(store.spoiled()).isEqualTo(4);
    }

    @Test
    void half_a_set_is_no_set() {
        byte[] set = "{\"keys\":[{}]}".getBytes(StandardCharsets.UTF_8);

        assertThat(new String(Mood.HALF.spoil(set), StandardCharsets.UTF_8)).isEqualTo("{\"keys");
    }

    private HttpResponse<String> get() throws Exception {
        return http.send(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put() throws Exception {
        return http.send(
                HttpRequest.newBuilder(address())
                        .PUT(BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address() {
        return URI.create(store.published() + "/jwks.json");
    }
}
