package io.motorpool.sandbox.fuzz.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurlTest {

    @TempDir
    Path folder;

    private Curl curl;

    @BeforeEach
    void set_up() {
        curl = new Curl(URI.create("http://localhost:8080"), folder);
    }

    @Test
    void a_request_is_told_so_that_a_shell_repeats_it() {
        Sent sent = new Sent(
                "PUT",
                "/api/v1/x/../y?a=%zz",
                List.of(new Header("Content-Type", "application/json"), new Header("If-Match", "")),
                bytes("{\"name\":\"O'Neill\"}"));

        assertThat(curl.command(sent))
                .isEqualTo(
                        "curl -i -g --path-as-is -X 'PUT' -H 'Content-Type: application/json' -H 'If-Match;' --data-binary"
                                + " '{\"name\":\"O'\\''Neill\"}' 'http://localhost:8080/api/v1/x/../y?a=%zz'");
    }

    @Test
    void a_body_that_no_shell_passes_on_is_kept_in_a_file() throws Exception {
        byte[] body = {0, (byte) 0xff, 'x'};

        String command = curl.command(new Sent("POST", "/", List.of(), body));

        assertThat(command).contains("-H 'Content-Type:' --data-binary @'" + folder.toAbsolutePath());
        try (var kept = Files.list(folder)) {
            assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(body));
        }
    }

    @Test
    void a_long_body_is_kept_in_a_file_too() {
        String command = curl.command(new Sent("POST", "/", List.of(), bytes("x".repeat(10_000))));

        assertThat(command).hasSizeLessThan(500).contains(".body' ");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
