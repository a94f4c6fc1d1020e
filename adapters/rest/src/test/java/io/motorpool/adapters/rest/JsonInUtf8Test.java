package io.motorpool.adapters.rest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonInUtf8Test {

    private static final String BODY = "{\"name\":\"한빛전자\"}";

    @Test
    void json_is_json_with_or_without_its_only_charset() {
        assertThat(JsonInUtf8.isJson(new MediaType("application", "json"))).isTrue();
        assertThat(JsonInUtf8.isJson(new MediaType("Application", "JSON", Map.of("charset", "UTF-8"))))
                .isTrue();
    }

    @Test
    void what_is_only_like_json_is_something_else() {
        assertThat(List.of(
                        new MediaType("application", "problem+json"),
                        new MediaType("application", "vnd.motorpool+json"),
                        new MediaType("text", "json"),
                        new MediaType("application", "*"),
                        new MediaType("*", "*"),
                        new MediaType("application", "json", Map.of("charset", "utf-16"))))
                .noneMatch(JsonInUtf8::isJson);
    }

    @Test
    void another_encoding_is_seen_by_its_first_bytes() {
        assertThat(List.of(UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32"), Charset.forName("UTF-32LE")))
                .allSatisfy(other ->
                        assertThat(JsonInUtf8.isOtherEncoding(start(other))).isTrue());
        assertThat(JsonInUtf8.isOtherEncoding(start(UTF_8))).isFalse();
        assertThat(JsonInUtf8.isOtherEncoding(new byte[0])).isFalse();
    }

    private static byte[] start(Charset charset) {
        return Arrays.copyOf(BODY.getBytes(charset), 4);
    }
}
