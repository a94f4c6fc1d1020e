package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseTest {

    @Test
    void a_uuid_is_written_in_either_case() {
        UUID id = UUID.fromString("0de00000-0000-4000-8000-00000000000f");

        assertThat(Parse.uuid("0de00000-0000-4000-8000-00000000000f")).isEqualTo(id);
        assertThat(Parse.uuid("0DE00000-0000-4000-8000-00000000000F")).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "0de00000-0000-4000-8000-00000000000",
                "0de00000-0000-4000-8000-0000000000000",
                "0de00000-00000-400-8000-00000000000f",
                "0de00000-0000-4000-8000-00000000000g",
                "+de00000-0000-4000-8000-00000000000f",
                "０de00000-0000-4000-8000-00000000000f",
                " 0de00000-0000-4000-8000-00000000000f",
                "{0de00000-0000-4000-8000-00000000000f}"
            })
    void what_is_no_whole_uuid_is_refused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.uuid(raw));
    }

    @Test
    void an_instant_is_the_same_wherever_its_offset_is() {
        assertThat(Parse.instant("2026-12-01T09:00:00+09:00")).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Parse.instant("2026-12-01T00:00:00.5Z")).isEqualTo(Instant.parse("2026-12-01T00:00:00.500Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-12-01",
                "2026-12-01T09:00:00",
                "2026-12-01T09:00+09:00",
                "2026-12-01T09:00Z",
                "2026-12-01T09:00:00-00:00",
                "2026-12-01T09:00:00+09",
                "2026-12-01t09:00:00z",
                "2026-02-30T09:00:00Z",
                "2026-12-01T09:00:00+19:00",
                "2026-12-01T24:30:00Z",
                "9999-12-31T23:59:59Z",
                "+99999-01-01T00:00:00Z",
                "-9999-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "1796083200"
            })
    void what_is_no_instant_of_this_century_is_refused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.instant(raw));
    }

    @Test
    void an_instant_is_read_in_a_query_though_its_plus_became_a_space() {
        assertThat(Parse.instantInQuery("2026-12-01T09:00:00 09:00")).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Parse.instantInQuery("2026-12-01T09:00:00+09:00")).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(Parse.instantInQuery("2026-12-01T00:00:00Z")).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
        for (String raw : List.of("2026-12-01 09:00", "2026-12-01T09:00:00 9", "2026-12-01T09:00:00  09:00")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Parse.instantInQuery(raw));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.instant("2026-12-01T09:00:00 09:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "20261201", "2026-12-01T00:00:00Z", "9999-12-31", "-9999-01-01"})
    void what_is_no_date_of_this_century_is_refused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.date(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-1", "+2026-11", "2026-11-01", "1999-12", "2100-01", "November"})
    void what_is_no_month_of_this_century_is_refused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.month(raw));
        assertThat(Parse.month("2026-11")).isEqualTo(YearMonth.of(2026, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9:00", "24:00", "09:00:00", "09:00:01", "nine"})
    void what_is_no_time_in_whole_minutes_is_refused(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.time(raw));
        assertThat(Parse.time("09:00")).isEqualTo(LocalTime.of(9, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-1-1-1-1",
                "018f6b2e4c1a7d3e9f102b3c4d5e6f70",
                "{018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70}"
            })
    void an_id_has_one_form_only(String raw) {
        assertThatIllegalArgumentException().isThrownBy(() -> Parse.uuid(raw));
    }
}
