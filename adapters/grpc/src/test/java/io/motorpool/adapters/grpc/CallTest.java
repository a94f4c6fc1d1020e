package io.motorpool.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes with a call, as strangers may write it. */
class CallTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc"})
    void a_bearer_token_is_found_however_its_scheme_is_written(String header) {
        assertThat(call("authorization", header).bearer()).contains("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "Bearer", "Bearer ", "Basic abc", "Bearerabc", "xBearer abc"})
    void what_is_no_bearer_token_is_none(String header) {
        assertThat(call("authorization", header).bearer()).isEmpty();
    }

    @Test
    void of_two_tokens_none_counts() {
        assertThat(call("authorization", "Bearer a", "Bearer b").bearer()).isEmpty();
    }

    @Test
    void the_trace_is_the_callers_own_if_it_is_written_as_one() {
        String own = "0af7651916cd43dd8448eb211c80319c";

        assertThat(call("traceparent", "00-" + own + "-b7ad6b7169203331-01").traceId())
                .isEqualTo(own);
        assertThat(call("traceparent", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01")
                        .traceId())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("0".repeat(32));
        assertThat(call("traceparent", "nonsense").traceId()).matches("[0-9a-f]{32}");
    }

    @Test
    void a_call_that_is_written_down_shows_no_token() {
        assertThat(call("authorization", "Bearer secret").toString()).doesNotContain("secret");
    }

    @Test
    void all_that_proxies_say_is_kept_in_its_order() {
        assertThat(call("x-forwarded-for", "192.0.2.1", "10.0.0.1, 10.0.0.2").forwarded())
                .isEqualTo(List.of("192.0.2.1", "10.0.0.1, 10.0.0.2"));
    }

    @ParameterizedTest
    @CsvSource({"1H, PT1H", "2M, PT2M", "3S, PT3S", "250m, PT0.25S", "7u, PT0.000007S", "99999999n, PT0.099999999S"})
    void a_deadline_is_read_in_each_unit(String said, Duration wait) {
        assertThat(Deadline.of(headers("grpc-timeout", said))).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "S", "-1S", "1s", "123456789S", "1.5S", "1S "})
    void what_is_no_deadline_is_none(String said) {
        assertThat(Deadline.of(headers("grpc-timeout", said))).isEmpty();
    }

    private static Call call(String name, String... values) {
        return Call.of("a/b", headers(name, values), "127.0.0.1", new Outlet(() -> true));
    }

    private static Metadata headers(String name, String... values) {
        Metadata headers = new Metadata();
        for (String value : values) {
            headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
        }
        return headers;
    }
}
