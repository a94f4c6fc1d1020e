package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies NOBODY = new TrustedProxies(List.of());
    private static final TrustedProxies THE_INGRESS = new TrustedProxies(List.of("10.0.0.0/9", "fd00::/8"));

    @Test
    void nobody_is_believed_who_was_not_configured() {
        assertThat(source(NOBODY, "203.0.113.9", "192.0.2.1")).isEqualTo("203.0.113.0/24");
        assertThat(source(THE_INGRESS, "203.0.113.9", "192.0.2.1")).isEqualTo("203.0.113.0/24");
        assertThat(source(THE_INGRESS, "10.128.0.1", "192.0.2.1")).isEqualTo("10.128.0.0/24");
    }

    @Test
    void a_trusted_proxy_says_where_the_request_came_from() {
        assertThat(source(THE_INGRESS, "10.127.0.1", "192.0.2.77")).isEqualTo("192.0.2.0/24");
        assertThat(source(THE_INGRESS, "fd12::1", "2001:db8:1:2:3::4")).isEqualTo("2001:db8:1:2:0:0:0:0/64");
    }

    /** The client began the header itself; its proxies added the rest. */
    @Test
    void what_the_client_wrote_before_is_not_believed() {
        assertThat(source(THE_INGRESS, "10.0.0.1", "198.51.100.1, 192.0.2.77, 10.0.0.2"))
                .isEqualTo("192.0.2.0/24");
        assertThat(source(THE_INGRESS, "10.0.0.1", "198.51.100.1", "192.0.2.77"))
                .isEqualTo("192.0.2.0/24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "192.0.2.1:80", "example.org", "1", "999.0.0.1", "192.0.2.77,"})
    void what_is_no_address_leaves_it_at_the_proxy(String nonsense) {
        assertThat(source(THE_INGRESS, "10.0.0.1", nonsense)).isEqualTo("10.0.0.0/24");
    }

    @Test
    void without_the_header_the_proxy_is_the_source() {
        assertThat(source(THE_INGRESS, "10.0.0.1")).isEqualTo("10.0.0.0/24");
        assertThat(source(NOBODY, "fe80::1%eth0")).isEqualTo("fe80:0:0:0:0:0:0:0/64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/0", "10.0.0.0/33", "fd00::/129", "10.0.0.0/x"})
    void what_is_no_block_of_addresses_is_not_taken_for_one(String block) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of(block)));
    }

    private static String source(TrustedProxies proxies, String connection, String... forwarded) {
        return proxies.source(connection, List.of(forwarded)).prefix();
    }
}
