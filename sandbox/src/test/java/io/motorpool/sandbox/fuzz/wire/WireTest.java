package io.motorpool.sandbox.fuzz.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final Sent QUESTION = new Sent("GET", "/a?b=%zz", List.of(new Header("X-Odd", "한 ")), null);

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void a_request_leaves_as_it_is_and_one_connection_serves_many() throws IOException {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "HTTP/1.1 204 No Content\r\nETag: \"1\"\r\n\r\n");
        try (Wire wire = wire()) {
            Received first = wire.exchange(QUESTION);
            Received second = wire.exchange(QUESTION);

            assertThat(first.status()).isEqualTo(200);
            assertThat(first.text()).isEqualTo("hi");
            assertThat(second.status()).isEqualTo(204);
            assertThat(second.header("etag")).hasValue("\"1\"");
        }
        assertThat(heard).hasSize(2).allMatch(head -> head.startsWith("GET /a?b=%zz HTTP/1.1\r\nHost: localhost:"));
        assertThat(heard.getFirst()).contains("\r\nX-Odd: 한 \r\n");
    }

    @Test
    void a_body_may_come_in_chunks_and_after_a_word_in_between() throws IOException {
        answering("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n");
        try (Wire wire = wire()) {
            assertThat(wire.exchange(QUESTION).text()).isEqualTo("abcde");
        }
    }

    @Test
    void a_head_alone_has_no_body_whatever_it_says() throws IOException {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n");
        try (Wire wire = wire()) {
            assertThat(wire.exchange(new Sent("HEAD", "/", List.of(), null)).text())
                    .isEmpty();
        }
    }

    @Test
    void a_connection_that_is_closed_instead_of_an_answer_is_no_answer() {
        answering("");
        try (Wire wire = wire()) {
            assertThatThrownBy(() -> wire.exchange(QUESTION))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("closed without an answer");
        }
    }

    @Test
    void half_an_answer_and_garbage_are_no_answers() {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nshort");
        try (Wire wire = wire()) {
            assertThatThrownBy(() -> wire.exchange(QUESTION)).hasMessageContaining("in the middle of an answer");
        }
        answering("SSH-2.0\r\n\r\n");
        try (Wire wire = wire()) {
            assertThatThrownBy(() -> wire.exchange(QUESTION)).hasMessageContaining("this is no HTTP answer");
        }
    }

    @Test
    void patience_ends() {
        try (Wire wire = new Wire(URI.create("http://localhost:" + server.getLocalPort()), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> wire.exchange(QUESTION)).hasMessageContaining("no answer within");
        }
    }

    @Test
    void after_a_head_that_the_server_gave_up_a_new_connection_is_made() throws IOException {
        answering("HTTP/1.1 431 Too Large\r\nContent-Length: 0\r\n\r\n");
        try (Wire wire = wire()) {
            assertThat(wire.exchange(QUESTION).status()).isEqualTo(431);
            answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            assertThat(wire.exchange(QUESTION).status()).isEqualTo(200);
        }
    }

    private Wire wire() {
        return new Wire(URI.create("http://localhost:" + server.getLocalPort()), Duration.ofSeconds(5));
    }

    /** Takes one connection, gives these answers, one for each head, and closes it. */
    private void answering(String... answers) {
        Thread _ = Thread.ofVirtual().start(() -> {
            try (Socket socket = server.accept()) {
                for (String answer : answers) {
                    heard.add(head(socket));
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private static String head(Socket socket) throws IOException {
        byte[] read = new byte[10_000];
        int length = 0;
        while (!new String(read, 0, length, StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            read[length++] = (byte) next;
        }
        return new String(read, 0, length, StandardCharsets.UTF_8);
    }
}
