package io.motorpool.adapters.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SheetNamesTest {

    private final SheetNames names = new SheetNames("정산 요약");

    @Test
    void what_excel_forbids_is_left_out() {
        assertThat(names.next("'A/B\\C?D*E[F]G:H'")).isEqualTo("A B C D E F G H");
        assertThat(names.next("::")).isEqualTo("노선");
    }

    @Test
    void each_name_is_given_once_whatever_its_case() {
        assertThat(names.next("Route")).isEqualTo("Route");
        assertThat(names.next("ROUTE")).isEqualTo("ROUTE (2)");
        assertThat(names.next("정산 요약")).isEqualTo("정산 요약 (2)");
    }

    @Test
    void a_name_is_cut_where_excel_would_not_take_more_and_never_through_a_character() {
        assertThat(names.next("가".repeat(60))).isEqualTo("가".repeat(31));
        assertThat(names.next("가".repeat(60))).isEqualTo("가".repeat(27) + " (2)");
        assertThat(names.next("a".repeat(30) + "\uD83D\uDE97")).isEqualTo("a".repeat(30));
    }
}
