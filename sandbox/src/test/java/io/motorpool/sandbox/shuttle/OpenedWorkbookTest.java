package io.motorpool.sandbox.shuttle;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.shuttle.CostSheet.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedWorkbookTest {

    @Test
    void what_was_typed_into_a_sheet_is_what_is_seen_when_it_is_opened() {
        byte[] file =
                CostSheet.of(List.of(new Row("2026-10-03", "판교-강남", "통행료", "R-1", "１２，３００", "", "경부고속도로 <하행> & 상행")));

        assertThat(OpenedWorkbook.of(file).sheets())
                .hasEntrySatisfying(
                        "특별비용",
                        rows -> assertThat(rows)
                                .containsExactly(
                                        List.of("양식", "motorpool-extra-costs-1"),
                                        List.of("운행일자", "노선", "구분", "증빙번호", "금액(원)", "감액 사유", "내용"),
                                        List.of("2026-10-03", "판교-강남", "통행료", "R-1", "１２，３００", "경부고속도로 <하행> & 상행")));
    }
}
