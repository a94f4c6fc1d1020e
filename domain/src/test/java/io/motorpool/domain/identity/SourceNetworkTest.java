package io.motorpool.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "0.0.0.0, 0.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64",
        "::ffff:203.0.113.77, 203.0.113.0/24"
    })
    void an_address_stands_for_its_network(String address, String network) {
        assertThat(SourceNetwork.of(address)).isEqualTo(new SourceNetwork(network));
    }

    @Test
    void neighbours_are_one_source_and_strangers_are_not() {
        assertThat(SourceNetwork.of("203.0.113.1")).isEqualTo(SourceNetwork.of("203.0.113.254"));
        assertThat(SourceNetwork.of("203.0.113.1")).isNotEqualTo(SourceNetwork.of("203.0.114.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "hanbit.example", "1.2.3.4.5", "203.0.113.77, 10.0.0.1"})
    void a_name_is_no_address_and_is_not_looked_up(String text) {
        assertThatThrownBy(() -> SourceNetwork.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.0", "203.0.113.0/8", "drop table/24"})
    void a_network_is_written_with_its_length(String text) {
        assertThatThrownBy(() -> new SourceNetwork(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
