package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.motorpool.adapters.rest.Cursors.Order;
import io.motorpool.application.shared.Page.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final UUID ID = UUID.fromString("018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70");

    @Test
    void the_place_that_was_given_out_is_the_place_that_comes_back() {
        Cursor byId = new Cursor(null, ID);
        Cursor byTime = new Cursor(Instant.parse("2026-12-01T00:10:00Z"), ID);

        assertThat(Cursors.read(Cursors.write(byId), Order.BY_ID)).isEqualTo(byId);
        assertThat(Cursors.read(Cursors.write(byTime), Order.BY_TIME)).isEqualTo(byTime);
    }

    /** Lists may be in order of something finer than a grid; a place that is rounded would skip or repeat items. */
    @Test
    void a_place_is_as_fine_as_the_store_keeps_time() {
        Cursor fine = new Cursor(Instant.parse("2026-12-01T00:10:00.123456Z"), ID);

        assertThat(Cursors.read(Cursors.write(fine), Order.BY_TIME)).isEqualTo(fine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!", "AAAA", "AY9rLkwafT6fECs8TV5vcAAA", "AY9rLkwafT6fECs8TV5vcH__________"})
    void a_place_that_nobody_gave_out_is_refused(String made) {
        for (Order order : Order.values()) {
            assertThatIllegalArgumentException().isThrownBy(() -> Cursors.read(made, order));
        }
    }

    /** Without its instant a place in a search would be the beginning again, and a client would go round in circles. */
    @Test
    void a_place_in_one_kind_of_list_is_none_in_another() {
        String byId = Cursors.write(new Cursor(null, ID));
        String byTime = Cursors.write(new Cursor(Instant.parse("2026-12-01T00:10:00Z"), ID));

        assertThatIllegalArgumentException().isThrownBy(() -> Cursors.read(byId, Order.BY_TIME));
        assertThatIllegalArgumentException().isThrownBy(() -> Cursors.read(byTime, Order.BY_ID));
    }
}
