package io.motorpool.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void columns_are_read_from_the_left() {
        UUID id = new UUID(1, 2);
        Columns columns = new Columns(
                new Object[] {id, "text", 7, 8L, true, OffsetDateTime.parse("2026-12-01T09:00:00+09:00"), "MONDAY"});

        assertThat(columns.uuid()).isEqualTo(id);
        assertThat(columns.text()).isEqualTo("text");
        assertThat(columns.number()).isEqualTo(7);
        assertThat(columns.longNumber()).isEqualTo(8);
        assertThat(columns.flag()).isTrue();
        assertThat(columns.instant()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(columns.constant(DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void what_may_be_empty_is_asked_for_so() {
        Columns columns = new Columns(new Object[] {null, null, null, null, null, "last"});

        assertThat(columns.isNull()).isTrue();
        assertThat(columns.uuidOrNull()).isNull();
        assertThat(columns.instantOrNull()).isNull();
        assertThat(columns.constantOrNull(DayOfWeek.class)).isNull();
        columns.skip(2);
        assertThat(columns.textOrNull()).isEqualTo("last");
    }

    @Test
    void an_empty_column_that_must_not_be_is_our_mistake() {
        assertThatIllegalStateException().isThrownBy(() -> new Columns(new Object[] {null}).text());
    }
}
