package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionalTest {

    @Test
    void names_become_numbers_in_the_order_of_their_first_appearance() {
        Positional statement = Positional.of("SELECT :b, :a FROM t WHERE x = :b AND y < :c1");

        assertThat(statement.sql()).isEqualTo("SELECT $1, $2 FROM t WHERE x = $1 AND y < $3");
        assertThat(statement.inOrder(Map.of("a", 1, "b", 2, "c1", 3))).containsExactly(2, 1, 3);
    }

    @Test
    void casts_and_what_stands_in_quotes_are_no_names() {
        assertThat(Positional.of("SELECT ':a', 'it''s :b', :c::text, 'x' || :d").sql())
                .isEqualTo("SELECT ':a', 'it''s :b', $1::text, 'x' || $2");
    }

    @Test
    void instants_are_sent_as_the_driver_knows_them() {
        Instant at = Instant.parse("2026-11-23T12:20:21.953960Z");

        assertThat(Positional.of("SELECT :at").inOrder(Map.of("at", at)))
                .containsExactly(OffsetDateTime.of(2026, 11, 23, 12, 20, 21, 953_960_000, ZoneOffset.UTC));
    }

    @Test
    void a_parameter_too_few_or_too_many_is_our_mistake() {
        Positional statement = Positional.of("SELECT :a, :b");

        assertThatIllegalArgumentException().isThrownBy(() -> statement.inOrder(Map.of("a", 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> statement.inOrder(Map.of("a", 1, "b", 2, "c", 3)));
        assertThatIllegalArgumentException().isThrownBy(() -> statement.inOrder(Map.of("a", 1, "c", 3)));
    }
}
